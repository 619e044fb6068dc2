/* indikator
nama    = "Kiriman ditolak"
urutan  = 4
satuan  = "kiriman"
arah    = "turun"
hijau   = 0
kuning  = inf
basis   = "P"
dasar   = "Usulan: hijau bila tidak ada; yang ditolak tidak ikut dalam angka mana pun; tidak pernah merah"
memakai = { "daerah/daerah" = ["kode_daerah"] }
*/
-- Berapa kiriman yang ditolak, jadi tidak dihitung di mana pun?
-- Satu baris.
select
    count(*) as nilai,
    format('{} kiriman ditolak dan tidak dihitung; daerahnya diminta memperbaiki.', bilangan(count(*))) as kalimat,
    any_value(dari_daerah()) as landasan
from pelaporan_ditolak
