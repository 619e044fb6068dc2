-- Apa yang dicatat untuk rapat yang angkanya tampil, dan sudah sampaikah ke lembar?
-- Satu baris per keputusan, yang terbaru lebih dulu; berubah selagi potretnya tetap, jadi ditanyakan lagi setiap kali.
with lembar_keputusan as (
    select i.diubah as terlihat_sejak
    from penyimpan
    join instansi as i using (instansi)
    join tab as t using (instansi, tab)
    where t.status = 'ada'
)
select
    k.id,
    k.dicatat,
    k.dicatat::date as tanggal_dicatat,
    k.tanggal_rapat,
    k.diubah,
    k.ditarik,
    k.di_lembar,
    k.baris,
    k.agenda,
    (select judul from agenda where halaman = k.agenda) as pokok,
    apa_adanya(k.uraian) as uraian,
    k.penanggung_jawab,
    sebutan_semua('penanggung_jawab_rapat', k.penanggung_jawab) as pemilik,
    k.tenggat,
    case
        -- Yang sudah terbaca di lembar tidak menunggu, siapa pun yang menulisnya; perubahannya masih bisa menunggu.
        when t.id is not null and k.diubah is null then 'terkirim'
        -- Isi lembar dari sebelum kiriman tidak dapat memuatnya, jadi tidak membuktikan apa-apa.
        when l.terlihat_sejak > k.terkirim and s.tulisan is null and not k.ditarik then 'hilang'
        when k.terkirim is not null then 'terkirim'
        when not p.ada then 'di_sini'
        when k.pesan is not null then 'terkendala'
        else 'menunggu'
    end as kiriman,
    k.terkirim,
    if(kiriman = 'terkendala', k.pesan, null) as pesan,
    if(k.ditarik, 'ditarik', t.keadaan) as keadaan,
    if(k.ditarik, sebutan('status_tindak_lanjut', 'ditarik'), t.keadaan_kata) as keadaan_kata,
    t.tautan
from kotak_keluar as k
left join tindak_lanjut as t on rapi(t.id) = rapi(k.id)
left join kode_tertulis as s on s.tulisan = rapi(k.id)
left join lembar_keputusan as l on true
cross join (select count(*) > 0 as ada from penyimpan) as p
where k.tanggal_rapat = coalesce((select tanggal from rapat), hari_ini())
order by k.dicatat desc, k.id desc
