/* indikator
nama    = "Stabilitas perlu perhatian"
urutan  = 2
satuan  = "daerah"
arah    = "turun"
hijau   = "{daerah_perhatian_hijau}"
kuning  = inf
basis   = "P"
dasar   = "Usulan: hijau sampai {daerah_perhatian_hijau} daerah, selebihnya kuning"
memakai = { "daerah/daerah" = ["kode_daerah"], "daerah/indikator" = ["halaman", "status"] }
*/
-- Di berapa daerah yang melapor stabilitas perlu perhatian?
-- Satu baris.
select
    perhatian as nilai,
    format('Stabilitas perlu perhatian di {} dari {} daerah yang melapor.', bilangan(perhatian), bilangan(dinilai)) as kalimat,
    dari_daerah() as landasan,
    para_dinilai as pelapor
from keadaan_pokok
where halaman = 'stabilitas'
