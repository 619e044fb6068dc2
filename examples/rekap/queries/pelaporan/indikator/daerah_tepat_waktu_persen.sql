/* indikator
nama    = "Tepat waktu"
urutan  = 2
satuan  = "persen"
arah    = "naik"
hijau   = "{tepat_hijau_persen}"
kuning  = "{tepat_kuning_persen}"
basis   = "P"
dasar   = "Usulan: hijau mulai {tepat_hijau_persen} persen daerah yang melapor, merah di bawah {tepat_kuning_persen} persen"
memakai = { "daerah/daerah" = ["kode_daerah", "tepat_waktu"] }
*/
-- Berapa bagian daerah yang melapor melakukannya sebelum batas, menurut jam penyimpanan bersama?
-- Satu baris.
select
    100.0 * count(*) filter (where tepat_waktu) / nullif(count(*) filter (where melapor), 0) as nilai,
    format(
        '{} dari {} daerah yang melapor tepat waktu.', bilangan(count(*) filter (where tepat_waktu)), bilangan(count(*) filter (where melapor))
    ) as kalimat,
    dari_daerah() as landasan,
    para_pelapor() as pelapor
from pelapor
