-- Apa yang perlu diputuskan tentang barang, hibah, dan dukungan sarana?
-- Satu baris per hal. Seperti di putusan lain: `instansi`, `tab`, dan `baris` menunjuk tempatnya di lembar; di antara yang
-- segenting, `urut`, lalu `tanggal`, menentukan mana yang lebih dulu.
select
    if(
        k.status = 'merah',
        status_bersyarat('tps_terlayani_persen', k.nilai, k.terlalu_lambat or hari_ini() >= hari_pemungutan()),
        k.status
    ) as status,
    if(
        k.terlalu_lambat,
        format('Majukan rencana barang ke **{} TPS** di {} kelurahan', bilangan(sum(k.belum)), bilangan(count(*)))
            || format(': direncanakan tiba {}.', rentang_tanggal(min(k.rencana_ke_tps), max(k.rencana_ke_tps))),
        format('Percepat barang ke **{} TPS** di {} kelurahan.', bilangan(sum(k.belum)), bilangan(count(*)))
    ) as uraian,
    'KPU' as pemilik,
    batas_hari(hari_h(aturan('batas_barang_h'))) as tenggat,
    'kpu' as instansi,
    'distribusi' as tab,
    min(k.baris) as baris,
    0.0 as urut
from (
    select
        t.*,
        t.jumlah_tps - t.tps_diterima as belum,
        rencana_terlalu_lambat(t.rencana_ke_tps) as terlalu_lambat,
        i.status,
        i.nilai
    from kelurahan_tps as t
    join indikator as i on i.kode = 'tps_terlayani_persen'
    where i.status in ('merah', 'kuning') and t.tps_diterima < t.jumlah_tps
) as k
-- Yang rencananya belum tiba belum perlu diputuskan, kecuali bila rencananya sendiri melewati batas.
where k.terlalu_lambat or lewat_batas_barang() or lewat_rencana(k.rencana_ke_tps)
group by k.terlalu_lambat, k.status, k.nilai
union all by name
select
    status,
    format(
        'Tanggal {} untuk **{} {} {}**{}; {}.', if(janji is null, 'pengganti', 'baru'),
        bilangan(kurang), lower(sebutan('satuan', satuan)), lower(nama),
        if(cadangan_ulang > 0, format(', di luar {} untuk pemungutan suara ulang', bilangan(cadangan_ulang)), ''),
        if(janji is null, 'belum ada janji', format('janji {} sudah lewat', tgl(janji)))
    ) as uraian,
    'KPU' as pemilik,
    usul_sampai_h('hari_usul_segera') as tenggat,
    'kpu' as instansi,
    'logistik_gudang' as tab,
    baris,
    siap_persen / 100.0 as urut
from (
    -- Tanpa janji yang masih berlaku kuning menjadi merah, seperti pada angkanya.
    select b.*, status_bersyarat('barang_kurang', j.jumlah, true) as status
    from barang as b, (select count(*) as jumlah from barang where kurang > 0) as j
    where b.kurang > 0 and coalesce(b.janji < hari_ini(), true) and not berakhir('barang_kurang')
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
where not siap and not berakhir('sarpras_siap_persen')
group by nama, penerima, target_siap
union all by name
select
    i.status,
    format('Kembalikan sisa hibah {} **{}** ke kas daerah.', p.nama, rupiah(p.belum_kembali_rp)) as uraian,
    p.nama as pemilik,
    batas_hari(batas_pengembalian()) as tenggat,
    'bpkpd' as instansi,
    'pengembalian' as tab,
    p.baris,
    1.5 as urut
from pengembalian as p
join indikator as i on i.kode = 'sisa_hibah_belum_kembali_rp'
where p.belum_kembali_rp > 0 and i.status in ('kuning', 'merah')
union all by name
select
    any_value(i.status) as status,
    format('Kirim **laporan penggunaan hibah** {}.', daftar(list(p.nama order by p.urutan))) as uraian,
    daftar(list(p.nama order by p.urutan)) as pemilik,
    batas_hari(batas_pengembalian()) as tenggat,
    'bpkpd' as instansi,
    'pengembalian' as tab,
    min(p.baris) as baris,
    1.6 as urut
from pengembalian as p
join indikator as i on i.kode = 'laporan_penggunaan_belum_masuk'
where p.laporan_terbaca and not p.laporan_masuk and i.status in ('kuning', 'merah')
having count(*) > 0
union all by name
select
    -- Satu PSU yang lewat rencana memerahkan angkanya; yang lain masih menunggu harinya.
    if(u.lewat, 'merah', 'kuning') as status,
    format('Tuntaskan **{} {}**', u.jenis, u.nama)
        || if(u.lewat, format(', lewat rencana {} hari', bilangan(hari_ini() - u.tanggal_rencana)), '')
        || coalesce('; sumber dana: ' || u.sumber_dana, '') || '.' as uraian,
    'KPU' as pemilik,
    'rencana ' || tgl(u.tanggal_rencana) as tenggat,
    u.tanggal_rencana as tanggal,
    'kpu' as instansi,
    'psu' as tab,
    u.baris,
    0.5 as urut
from ulangan as u
join indikator as i on i.kode = 'psu_belum_selesai'
where i.status in ('merah', 'kuning') and not u.selesai
qualify row_number() over (order by u.tanggal_rencana, u.nama) <= 3
