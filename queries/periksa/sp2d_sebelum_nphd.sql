-- SP2D mana yang tertulis terbit sebelum naskah hibahnya ditandatangani?
-- Satu baris per SP2D. Hibah baru boleh dicairkan sesudah naskahnya ada.
with naskah as (
    select penerima, min(tanggal_nphd) as tanggal_nphd
    from bpkpd__nphd
    group by penerima
    having bool_and(utuh(kolom_rusak, ['tanggal_nphd']))
)
select
    'bpkpd' as instansi,
    'pencairan' as tab,
    p.baris,
    'tanggal_sp2d' as kolom,
    'Tanggal SP2D ' || tgl_tahun(p.tanggal_sp2d) || ' lebih awal daripada NPHD-nya, '
        || tgl_tahun(n.tanggal_nphd) || '.' as alasan,
    'periksa tanggal SP2D dan tanggal NPHD' as saran
from bpkpd__pencairan as p
join naskah as n using (penerima)
where p.tanggal_sp2d < n.tanggal_nphd
