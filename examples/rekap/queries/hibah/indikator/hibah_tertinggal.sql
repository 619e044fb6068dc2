/* indikator
nama    = "Hibah tertinggal"
urutan  = 1
satuan  = "hibah"
arah    = "turun"
hijau   = 0
kuning  = 0
basis   = "R"
dasar   = "Permendagri 54/2019 sebagaimana diubah 41/2020: hijau bila tidak ada; KPU dan Bawaslu saja"
memakai = { "daerah/daerah" = ["kode_daerah"], "daerah/hibah" = ["penerima", "golongan"] }
*/
-- Berapa hibah KPU dan Bawaslu yang naskahnya belum ditandatangani atau yang cair di bawah tahap pertama?
-- Satu baris.
select
    count(*) filter (where kelompok in ('tanpa_naskah', 'bawah')) as nilai,
    format(
        '{} hibah KPU dan Bawaslu cair di bawah {}%, {} belum ada NPHD.', bilangan(count(*) filter (where kelompok = 'bawah')),
        bilangan(aturan('tahap1_persen')), bilangan(count(*) filter (where kelompok = 'tanpa_naskah'))
    ) as kalimat,
    dari_daerah() as landasan,
    para_hibah(kode_daerah, penerima, kelompok) as pelapor
from hibah_daerah
where dinilai
