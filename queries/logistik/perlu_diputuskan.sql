-- Apa yang perlu diputuskan tentang barang, hibah, dan dukungan sarana?
-- Satu baris per hal. Seperti di putusan lain: `instansi`, `tab`, dan `baris` menunjuk tempatnya di lembar; di antara yang
-- segenting, `urut`, lalu `tanggal`, menentukan mana yang lebih dulu.
select
    i.status,
    format(
        'Percepat barang ke **{} TPS** di {} kelurahan.', bilangan(sum(k.jumlah_tps - k.tps_diterima)), bilangan(count(*))
    ) as uraian,
    'KPU' as pemilik,
    'batas ' || tgl(hari_h(aturan('batas_barang_h'))) as tenggat,
    'kpu' as instansi,
    'distribusi' as tab,
    min(k.baris) as baris,
    0.0 as urut
from kelurahan_tps as k
join indikator as i on i.kode = 'tps_terlayani_persen'
where i.status in ('merah', 'kuning') and k.tps_diterima < k.jumlah_tps
group by i.status
union all by name
select
    status,
    format(
        'Tanggal {} untuk **{} {} {}**; {}.', if(janji is null, 'pengganti', 'baru'),
        bilangan(kurang), lower(sebutan('satuan', satuan)), lower(nama),
        if(janji is null, 'belum ada janji', format('janji {} sudah lewat', tgl(janji)))
    ) as uraian,
    'KPU' as pemilik,
    usul_tenggat('hari_usul_segera') as tenggat,
    'kpu' as instansi,
    'logistik_gudang' as tab,
    baris,
    siap_persen / 100.0 as urut
from (
    -- Tanpa janji yang masih berlaku kuning menjadi merah, seperti pada angkanya.
    select b.*, status_bersyarat('barang_kurang', j.jumlah, true) as status
    from barang as b, (select count(*) as jumlah from barang where kurang > 0) as j
    where b.kurang > 0 and coalesce(b.janji < hari_ini(), true)
)
where status <> 'hijau'
union all by name
select
    i.status,
    format('Samakan catatan **{}** hibah {}.', rupiah(abs(h.selisih_rp)), h.nama) as uraian,
    'BPKPD dan ' || h.nama as pemilik,
    usul_tenggat('hari_usul') as tenggat,
    h.penerima as instansi,
    'hibah' as tab,
    2.0 as urut
from hibah as h
join indikator as i on i.kode = 'selisih_' || h.penerima || '_rp'
where h.selisih_rp <> 0 and i.status <> 'hijau'
union all by name
select
    i.status,
    format('Pencairan sisa hibah {} **{}**', h.nama, rupiah(h.sisa))
        || if(h.lewat_batas, format(', {} hari lewat batas.', bilangan(hari_ini() - h.batas)), '.') as uraian,
    'BPKPD' as pemilik,
    case
        when h.batas is not null then if(h.lewat_batas, 'batas ', 'paling lambat ') || tgl(h.batas)
        when h.rencana is null then 'belum ada tanggal rencana'
        else 'rencana ' || tgl(h.rencana) || if(h.rencana_lewat, ', sudah lewat', '')
    end as tenggat,
    'bpkpd' as instansi,
    'pencairan' as tab,
    1.0 as urut
from hibah_penerima as h
join indikator as i
    on i.kode = if(h.penerima in penerima_pengamanan(), 'pencairan_pengamanan_persen', format('pencairan_{}_persen', h.penerima))
where h.sisa > 0 and i.status <> 'belum_dilaporkan'
union all by name
select
    if(target_siap < hari_ini(), 'merah', 'kuning') as status,
    format('**{} {}** untuk {} belum siap.', bilangan(greatest(sum(kurang), count(*))::bigint), lower(nama), penerima) as uraian,
    coalesce(string_agg(distinct perangkat_daerah, ', ' order by perangkat_daerah), 'BPKPD') as pemilik,
    coalesce('target ' || tgl(target_siap), 'belum ada target') as tenggat,
    'bpkpd' as instansi,
    'dukungan_sarpras' as tab,
    min(baris) as baris,
    3.0 as urut
from sarpras
where not siap
group by nama, penerima, target_siap
