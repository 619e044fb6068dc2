-- TPS mana yang diulang bernomor lebih besar daripada jumlah TPS kelurahannya?
-- Satu baris per TPS.
select
    'kpu' as instansi,
    'psu' as tab,
    p.baris,
    'nomor_tps' as kolom,
    'TPS nomor ' || p.nomor_tps || ' tidak ada di ' || p.kelurahan || ', yang punya ' || bilangan(t.jumlah_tps)
        || ' TPS menurut tab Pemilih TPS.' as alasan,
    'periksa nomor TPS, atau jumlah TPS kelurahan ini' as saran
from kpu__psu as p
join kpu__pemilih_tps as t using (kelurahan)
where p.nomor_tps > t.jumlah_tps or p.nomor_tps = 0
