/* indikator
nama    = "Sisa belum kembali"
urutan  = 5
satuan  = "rp"
arah    = "turun"
hijau   = 0
kuning  = inf
basis   = "R"
dasar   = "Permendagri 54/2019 sebagaimana diubah 41/2020: sisa hibah dikembalikan ke kas daerah; hijau bila tidak ada; tidak pernah merah"
memakai = { "daerah/daerah" = ["kode_daerah"], "daerah/hibah" = ["penerima", "golongan", "belum_kembali_rp"] }
*/
-- Berapa rupiah hibah yang tidak terpakai dan belum dikembalikan, di antara yang diketahui?
-- Satu baris.
select
    sum(belum_kembali_rp) as nilai,
    format(
        '{} sisa hibah belum dikembalikan, dari {} hibah yang diketahui.', rupiah(sum(belum_kembali_rp)), bilangan(count(belum_kembali_rp))
    ) as kalimat,
    dari_daerah() as landasan,
    para_hibah(kode_daerah, penerima, kelompok) as pelapor
from hibah_daerah
