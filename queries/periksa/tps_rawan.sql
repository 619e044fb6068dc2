-- Di mana TPS rawan lebih banyak daripada TPS kelurahannya menurut KPU?
-- Satu baris per kelurahan dan indikator.
select
    'bawaslu' as instansi,
    'tps_rawan' as tab,
    r.baris,
    'jumlah_tps_rawan' as kolom,
    'TPS rawan ' || r.kelurahan || ' untuk indikator ' || r.kode_indikator || ' tertulis '
        || bilangan(r.jumlah_tps_rawan)
        || ', padahal KPU mencatat ' || bilangan(t.jumlah_tps) || ' TPS di sana.' as alasan,
    'periksa jumlah TPS rawan ini bersama jumlah TPS dari KPU' as saran
from bawaslu__tps_rawan as r
join kpu__pemilih_tps as t using (kelurahan)
where r.jumlah_tps_rawan > t.jumlah_tps
