-- Rekapitulasi atau pengulangan mana yang tertulis selesai, atau direncanakan, sebelum hari pemungutan suara?
-- Satu baris per baris lembar, pada tanggal selesainya bila itu yang terlalu awal.
with berjadwal as (
    select 'rekapitulasi' as tab, baris, tanggal_rencana, tanggal_selesai from kpu__rekapitulasi
    union all
    select 'psu', baris, tanggal_rencana, tanggal_selesai from kpu__psu
),
terlalu_awal as (
    select tab, baris, if(tanggal_selesai < hari_pemungutan(), 'tanggal_selesai', 'tanggal_rencana') as kolom,
        if(kolom = 'tanggal_selesai', tanggal_selesai, tanggal_rencana) as tanggal
    from berjadwal
    where tanggal_selesai < hari_pemungutan() or tanggal_rencana < hari_pemungutan()
)
select
    'kpu' as instansi,
    a.tab,
    a.baris,
    a.kolom,
    k.judul || ' ' || tgl_tahun(a.tanggal) || ' lebih awal daripada pemungutan suara, '
        || tgl_tahun(hari_pemungutan()) || '.' as alasan,
    'periksa tanggal itu' as saran,
    true as pasti
from terlalu_awal as a
join kolom as k on k.instansi = 'kpu' and k.tab = a.tab and k.kolom = a.kolom
