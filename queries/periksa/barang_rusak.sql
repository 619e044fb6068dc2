-- Barang mana yang tertulis rusak lebih banyak daripada yang diterima?
-- Satu baris per baris gudang.
select
    'kpu' as instansi,
    'logistik_gudang' as tab,
    baris,
    'jumlah_rusak' as kolom,
    'Jumlah rusak ' || bilangan(jumlah_rusak) || ' lebih banyak daripada jumlah diterima '
        || bilangan(jumlah_diterima) || '.' as alasan,
    'tulis paling banyak ' || bilangan(jumlah_diterima) || ', atau periksa jumlah diterima' as saran
from kpu__logistik_gudang
where jumlah_rusak > jumlah_diterima
