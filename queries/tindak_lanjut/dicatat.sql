-- Apa yang dicatat untuk rapat yang angkanya tampil, dan sudah sampaikah ke lembar Sekretariat?
-- Satu baris per keputusan, yang terbaru lebih dulu; berubah selagi potretnya tetap, jadi ditanyakan lagi setiap kali.
select
    k.id,
    k.dicatat,
    k.agenda,
    k.uraian,
    k.penanggung_jawab,
    sebutan('penanggung_jawab_rapat', k.penanggung_jawab) as pemilik,
    k.tenggat,
    -- Yang sudah terbaca di lembar tidak menunggu, siapa pun yang menulisnya.
    case
        when k.terkirim is not null or t.id is not null then 'terkirim'
        when k.pesan is not null then 'terkendala'
        else 'menunggu'
    end as kiriman,
    k.terkirim,
    if(kiriman = 'terkendala', k.pesan, null) as pesan,
    t.keadaan,
    t.keadaan_kata,
    t.tautan
from kotak_keluar as k
left join tindak_lanjut as t on rapi(t.id) = rapi(k.id)
where k.tanggal_rapat = coalesce((select tanggal from rapat), hari_ini())
order by k.dicatat desc, k.id desc
