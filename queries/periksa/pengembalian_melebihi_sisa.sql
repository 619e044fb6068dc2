-- Penerima hibah mana yang tertulis mengembalikan lebih banyak daripada sisanya?
-- Satu baris per baris Pengembalian.
select
    'bpkpd' as instansi,
    'pengembalian' as tab,
    baris,
    'nilai_kembali' as kolom,
    'Nilai kembali ' || rupiah(nilai_kembali) || ' lebih besar daripada sisa hibah ' || rupiah(sisa_hibah) || '.' as alasan,
    'tulis paling banyak sisa hibahnya, atau periksa sisa hibah' as saran,
    ['sisa_hibah'] as di_samping
from bpkpd__pengembalian
where nilai_kembali > sisa_hibah
