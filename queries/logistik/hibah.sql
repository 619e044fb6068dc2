-- Bagaimana hibah tiap penerima cair dari waktu ke waktu, dalam persen naskahnya?
-- Satu baris per SP2D yang cair, menurut tanggal; penerima yang sebagian barisnya belum terbaca tidak ikut.
select
    h.nama as penerima,
    s.tanggal_sp2d as tanggal,
    sum(s.nilai_sp2d) over (partition by s.penerima order by s.tanggal_sp2d, s.baris) * 100.0 / h.nphd_rp as persen
from sp2d_cair as s
join hibah as h on h.penerima = s.penerima
where h.penerima in penerima_berbatas()
    and h.nphd_rp > 0
    and h.nphd_belum_terbaca + h.cair_belum_terbaca = 0
    and s.tanggal_sp2d is not null
order by s.tanggal_sp2d, s.baris
