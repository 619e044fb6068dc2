-- Di kelurahan mana TPS yang KPPS-nya lengkap lebih banyak daripada TPS-nya?
-- Satu baris per kelurahan.
select
    'kpu' as instansi,
    'pemilih_tps' as tab,
    baris,
    'tps_kpps_lengkap' as kolom,
    'TPS dengan KPPS lengkap di ' || kelurahan || ' tertulis ' || bilangan(tps_kpps_lengkap) || ', padahal TPS-nya '
        || bilangan(jumlah_tps) || '.' as alasan,
    'tulis paling banyak ' || bilangan(jumlah_tps) || ', atau periksa jumlah TPS' as saran
from kpu__pemilih_tps
where tps_kpps_lengkap > jumlah_tps
