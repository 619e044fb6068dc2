/* indikator
nama    = "Mengirim koreksi"
urutan  = 3
satuan  = "daerah"
arah    = "turun"
hijau   = inf
basis   = "P"
dasar   = "Usulan: koreksi tidak dinilai; yang terbaru menggantikan yang sebelumnya"
memakai = { "daerah/daerah" = ["kode_daerah", "kiriman_ke"] }
*/
-- Berapa daerah yang menggantikan kirimannya dengan koreksi?
-- Satu baris.
select
    count(*) filter (where kiriman_ke > 1) as nilai,
    format('{} daerah mengirim koreksi; yang terbaru dipakai.', bilangan(count(*) filter (where kiriman_ke > 1))) as kalimat,
    dari_daerah() as landasan,
    para_pelapor() as pelapor
from pelapor
