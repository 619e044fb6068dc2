/* indikator
nama    = "Selesai tepat waktu"
urutan  = 1
satuan  = "persen"
arah    = "naik"
hijau   = 90
kuning  = 75
basis   = "P"
dasar   = "Usulan: hijau mulai {hijau} persen, merah di bawah {kuning} persen"
memakai = { "dinas/layanan" = ["masuk", "selesai"] }
*/
-- Berapa persen permohonan selesai tepat waktu?
-- Satu baris.
select 100.0 * sum(selesai) / nullif(sum(masuk), 0) as nilai
from dinas__layanan
