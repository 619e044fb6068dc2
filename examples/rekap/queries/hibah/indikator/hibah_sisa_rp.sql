/* indikator
nama    = "Hibah belum cair"
urutan  = 4
satuan  = "rp"
arah    = "turun"
hijau   = 0
kuning  = inf
basis   = "P"
dasar   = "Usulan: hijau bila tidak ada sisa; tidak pernah merah"
memakai = { "daerah/daerah" = ["kode_daerah"], "daerah/hibah" = ["penerima", "golongan", "nilai_rp", "dibayar_rp"] }
*/
-- Berapa rupiah hibah yang belum cair, di antara yang nilai dan pencairannya diketahui?
-- Satu baris.
select
    sum(nilai_rp - dibayar_rp) filter (where rupiah_diketahui) as nilai,
    format(
        'Sisa hibah {} dari {}.', rupiah(sum(nilai_rp - dibayar_rp) filter (where rupiah_diketahui)),
        rupiah(sum(nilai_rp) filter (where rupiah_diketahui))
    ) as kalimat,
    dari_daerah() as landasan,
    para_hibah(kode_daerah, penerima, kelompok) as pelapor
from hibah_daerah
