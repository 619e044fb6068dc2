-- SP2D mana yang tertulis cair untuk penerima yang naskah hibahnya tidak ada di tab NPHD?
-- Satu baris per penerima, pada SP2D-nya yang pertama. Naskah yang barisnya tertahan dapat milik penerima itu.
select
    'bpkpd' as instansi,
    'pencairan' as tab,
    min(s.baris) as baris,
    'penerima' as kolom,
    'SP2D untuk ' || any_value(h.nama) || ' cair ' || rupiah(sum(s.nilai_sp2d)::bigint)
        || ', padahal tab NPHD tidak memuat naskah penerima ini.' as alasan,
    'tambahkan naskahnya di tab NPHD, atau periksa penerima SP2D ini' as saran
from sp2d_cair as s
join hibah as h using (penerima)
join tab as t on t.instansi = 'bpkpd' and t.tab = 'nphd'
where s.nilai_sp2d > 0 and dilaporkan('bpkpd', 'nphd') and t.ditahan = 0 and s.penerima not in (
    select penerima from bpkpd__nphd where penerima is not null
)
group by s.penerima
