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
    dari_daerah() as landasan,
    -- Yang mengirim, diterima atau tidak: tanpa kiriman tidak ada pula yang ditolak.
    para_pelapor() || coalesce(list(kode_daerah) filter (where kode_daerah is not null), []) as pelapor
from pelaporan_ditolak
