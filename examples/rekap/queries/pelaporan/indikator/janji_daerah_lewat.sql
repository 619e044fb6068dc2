/* indikator
nama    = "Janji daerah lewat tenggat"
urutan  = 6
satuan  = "janji"
arah    = "turun"
hijau   = 0
kuning  = inf
basis   = "P"
dasar   = "Usulan: hijau bila tidak ada janji rapat daerah yang lewat tenggat; tidak pernah merah"
memakai = { "daerah/daerah" = ["kode_daerah"], "daerah/janji" = { kolom = ["keadaan", "tenggat"], boleh_kosong = true } }
*/
-- Berapa janji rapat daerah yang lewat tenggat menurut daerahnya?
-- Satu baris.
select
    count(*) filter (where lewat) as nilai,
    format(
        '{} janji rapat daerah lewat tenggat, {} lagi masih terbuka.', bilangan(count(*) filter (where lewat)),
        bilangan(count(*) filter (where terbuka and not lewat))
    ) as kalimat,
    dari_daerah() as landasan,
    para_pelapor() as pelapor
from janji_daerah
