/* indikator
nama    = "Tanpa tanggal cair"
urutan  = 3
satuan  = "hibah"
arah    = "turun"
hijau   = 0
kuning  = inf
basis   = "P"
dasar   = "Usulan: hijau bila setiap hibah yang belum cair penuh mempunyai rencana tanggal; tidak pernah merah"
memakai = { "daerah/daerah" = ["kode_daerah"], "daerah/hibah" = ["penerima", "golongan", "rencana"] }
*/
-- Berapa hibah yang belum cair penuh dan belum mempunyai rencana tanggal?
-- Satu baris.
select
    count(*) filter (where kapan = 'tanpa_tanggal') as nilai,
    format(
        '{} dari {} hibah yang belum cair penuh belum mempunyai tanggal.',
        bilangan(count(*) filter (where kapan = 'tanpa_tanggal')), bilangan(count(kapan))
    ) as kalimat,
    dari_daerah() as landasan,
    para_hibah(kode_daerah, penerima, kelompok) as pelapor
from hibah_daerah
