-- Penerima mana yang nilai hibahnya menjadi nol atau kurang karena addendum?
-- Satu baris per penerima, pada addendum yang paling banyak mengurangi.
select
    'bpkpd' as instansi,
    'nphd' as tab,
    arg_min(n.baris, n.nilai_addendum) as baris,
    'nilai_addendum' as kolom,
    'NPHD ' || any_value(h.nama) || ' beserta addendumnya menjadi '
        || rupiah(sum(n.nilai_nphd + coalesce(n.nilai_addendum, 0))::bigint) || '.' as alasan,
    'tulis perubahannya saja, bertanda minus bila berkurang; bila hibahnya dibatalkan, tulis itu di Keterangan' as saran,
    ['nilai_nphd'] as di_samping
from bpkpd__nphd as n
join hibah as h using (penerima)
group by n.penerima
having bool_and(utuh(n.kolom_rusak, ['nilai_nphd', 'nilai_addendum']))
    and sum(n.nilai_nphd + coalesce(n.nilai_addendum, 0)) <= 0
    and min(n.nilai_addendum) < 0
