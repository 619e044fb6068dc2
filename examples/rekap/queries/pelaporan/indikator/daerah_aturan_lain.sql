/* indikator
nama    = "Menilai dengan aturan lain"
urutan  = 5
satuan  = "daerah"
arah    = "turun"
hijau   = 0
kuning  = inf
basis   = "P"
dasar   = "Usulan: hijau bila semua daerah memakai aturan dan ambang yang sama; tidak pernah merah"
memakai = { "daerah/daerah" = ["kode_daerah", "aturan"] }
*/
-- Berapa daerah yang menilai dengan aturan atau ambang lain dari yang paling banyak dipakai?
-- Satu baris.
select
    count(*) filter (where aturan_lain) as nilai,
    format('{} daerah menilai dengan aturan lain dari kebanyakan.', bilangan(count(*) filter (where aturan_lain))) as kalimat,
    dari_daerah() as landasan,
    para_pelapor() as pelapor
from pelapor
