-- Sampai mana hibah tiap penerima menurut daerah yang melapor, dan kapan sisanya cair?
-- Satu baris per penerima, lalu jumlah rupiah dan rencananya; jumlah daerah tidak dijumlahkan, sebab satu daerah muncul di semuanya.
select
    urutan,
    nama,
    coalesce(bool_and(dinilai), false) as dinilai,
    count(distinct kode_daerah) as semua,
    count(distinct kode_daerah) filter (where melapor) as melapor,
    count(*) filter (where kelompok = 'tanpa_naskah') as tanpa_naskah,
    count(*) filter (where kelompok = 'bawah') as bawah,
    count(*) filter (where kelompok = 'tengah') as tengah,
    count(*) filter (where kelompok = 'penuh') as penuh,
    count(*) filter (where kelompok = 'tak_jelas') as tak_jelas,
    count(*) filter (where kelompok = 'belum') as belum,
    count(*) filter (where rupiah_diketahui) as diketahui,
    (sum(nilai_rp) filter (where rupiah_diketahui))::bigint as nilai_rp,
    (sum(dibayar_rp) filter (where rupiah_diketahui))::bigint as dibayar_rp,
    100.0 * sum(dibayar_rp) filter (where rupiah_diketahui) / nullif(sum(nilai_rp) filter (where rupiah_diketahui), 0) as persen,
    count(*) filter (where kapan = 'dekat') as dekat,
    count(*) filter (where kapan = 'sedang') as sedang,
    count(*) filter (where kapan = 'sesudah') as sesudah,
    count(*) filter (where kapan = 'tanpa_tanggal') as tanpa_tanggal,
    count(*) filter (where rencana_lewat) as rencana_lewat,
    count(*) filter (where belum_kembali_rp > 0) as belum_kembali,
    count(belum_kembali_rp) as kembali_diketahui,
    sum(belum_kembali_rp)::bigint as belum_kembali_rp
from hibah_daerah
group by grouping sets ((urutan, nama), ())
order by urutan nulls last
