/* indikator
nama   = "Anggaran terealisasi"
urutan = 2
satuan = "persen"
arah   = "naik"
hijau  = "{target_realisasi_persen}"
kuning = 55
basis  = "P"
dasar  = "Usulan, menunggu persetujuan Sekda: akhir triwulan III hijau mulai {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya"

[memakai]
"dppkb/anggaran" = { kolom = ["pagu_rp", "realisasi_rp"], penentu = ["kegiatan"] }
*/
-- Berapa persen anggaran setahun yang sudah terpakai?
-- Satu baris; hanya kegiatan yang pagu dan realisasinya terbaca.
with anggaran as (
    select sum(realisasi_rp) as terpakai, sum(pagu_rp) as semua
    from dppkb__anggaran
    where realisasi_rp is not null and pagu_rp is not null
)
select
    100.0 * terpakai / nullif(semua, 0) as nilai,
    rupiah(semua - terpakai) || ' belum' as sebab,
    landasan_rupiah(terpakai, semua) as landasan,
    format('{} anggaran terpakai; {} belum.', persen(100.0 * terpakai / nullif(semua, 0)), rupiah(semua - terpakai)) as kalimat
from anggaran
