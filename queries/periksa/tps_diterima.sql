-- Di mana TPS yang menerima barang lebih banyak daripada TPS kelurahannya?
-- Satu baris per baris distribusi, pada tahap mana pun.
select
    'kpu' as instansi,
    'distribusi' as tab,
    d.baris,
    'jumlah_tps_diterima' as kolom,
    'Barang tertulis tiba di ' || bilangan(d.jumlah_tps_diterima) || ' TPS, padahal ' || d.kelurahan || ' punya '
        || bilangan(t.jumlah_tps) || ' TPS menurut tab Pemilih TPS.' as alasan,
    'tulis paling banyak ' || bilangan(t.jumlah_tps) || ', atau periksa jumlah TPS kelurahan ini' as saran
from kpu__distribusi as d
join kpu__pemilih_tps as t using (kelurahan)
where d.jumlah_tps_diterima > t.jumlah_tps
