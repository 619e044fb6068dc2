-- Penerima hibah mana yang sisanya tertulis lebih besar daripada seluruh hibah yang cair?
-- Satu baris per baris Pengembalian. Selama ada pencairan yang belum terbaca, yang cair belum diketahui seluruhnya.
select
    'bpkpd' as instansi,
    'pengembalian' as tab,
    p.baris,
    'sisa_hibah' as kolom,
    'Sisa hibah ' || rupiah(p.sisa_hibah) || ' lebih besar daripada SP2D cair untuk ' || h.nama || ', '
        || rupiah(h.cair_rp) || '.' as alasan,
    'periksa sisa hibah dan nilai SP2D ' || h.nama as saran
from bpkpd__pengembalian as p
join hibah as h using (penerima)
where p.sisa_hibah > h.cair_rp and h.cair_belum_terbaca = 0 and dilaporkan('bpkpd', 'pencairan')
