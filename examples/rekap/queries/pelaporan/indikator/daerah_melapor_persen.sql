/* indikator
nama    = "Daerah melapor"
urutan  = 1
satuan  = "persen"
arah    = "naik"
hijau   = 100
kuning  = "{melapor_kuning_persen}"
basis   = "P"
dasar   = "Usulan: hijau bila semua melapor, merah di bawah {melapor_kuning_persen} persen"
memakai = { "daerah/daerah" = ["kode_daerah"] }
*/
-- Berapa bagian daerah yang diharapkan sudah melapor?
-- Satu baris.
select
    100.0 * count(*) filter (where melapor) / nullif(count(*), 0) as nilai,
    format(
        '{} dari {} daerah melapor; {} belum.', bilangan(count(*) filter (where melapor)), bilangan(count(*)),
        bilangan(count(*) filter (where not melapor))
    ) as kalimat,
    format('{} dari {} daerah', bilangan(count(*) filter (where melapor)), bilangan(count(*))) as landasan
from pelapor
