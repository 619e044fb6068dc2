-- Hibah mana yang tertulis cair melebihi naskahnya?
-- Satu baris per penerima.
with naskah as (
    select penerima, bool_and(utuh(kolom_rusak, ['nilai_nphd', 'nilai_addendum'])) as lengkap
    from bpkpd__nphd
    group by penerima
)
select
    'bpkpd' as instansi,
    'pencairan' as tab,
    null::integer as baris,
    'nilai_sp2d' as kolom,
    'SP2D cair untuk ' || h.nama || ' berjumlah ' || rupiah(h.cair_rp::bigint)
        || ', lebih besar daripada NPHD beserta addendumnya '
        || rupiah(h.nphd_rp::bigint) || '.' as alasan,
    'periksa nilai SP2D, nilai NPHD, dan addendum ' || h.nama as saran
from hibah as h
join naskah as n using (penerima)
join tab as t on t.instansi = 'bpkpd' and t.tab = 'nphd'
where h.cair_rp > h.nphd_rp and n.lengkap and t.ditahan = 0
