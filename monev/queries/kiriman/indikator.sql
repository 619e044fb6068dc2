-- Apa angka dan status tiap indikator seperti ditampilkan ketika rapat dibekukan, untuk rekap semua daerah?
-- Satu baris per indikator yang ambangnya ikut dibekukan.
select
    a.kode,
    a.halaman,
    a.indikator as nama,
    a.satuan,
    a.arah,
    r.nilai,
    r.status
from angka_rapat as r
join ambang as a using (kode)
order by a.halaman, a.urutan, a.kode
