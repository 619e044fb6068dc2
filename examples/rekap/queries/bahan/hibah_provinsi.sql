-- Berapa rupiah hibah di tiap provinsi, yang cair, dan yang belum, menurut daerah yang melapor?
-- Satu baris per provinsi, lalu jumlahnya; hanya hibah yang nilai dan pencairannya diketahui.
select
    coalesce(hibah_daerah.provinsi, 'Jumlah') as provinsi,
    count(distinct kode_daerah) as semua,
    count(distinct kode_daerah) filter (where melapor) as melapor,
    count(*) filter (where dinilai and kelompok in ('tanpa_naskah', 'bawah')) as tertinggal,
    (sum(nilai_rp) filter (where rupiah_diketahui))::bigint as nilai_rp,
    (sum(dibayar_rp) filter (where rupiah_diketahui))::bigint as dibayar_rp,
    (sum(nilai_rp - dibayar_rp) filter (where rupiah_diketahui))::bigint as sisa_rp,
    100.0 * sum(dibayar_rp) filter (where rupiah_diketahui) / nullif(sum(nilai_rp) filter (where rupiah_diketahui), 0) as persen,
    count(*) filter (where kapan = 'tanpa_tanggal') as tanpa_tanggal
from hibah_daerah
group by grouping sets ((hibah_daerah.provinsi), ())
order by grouping(hibah_daerah.provinsi), hibah_daerah.provinsi
