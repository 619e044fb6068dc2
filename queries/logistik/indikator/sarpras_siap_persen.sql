/* indikator
nama   = "Sarpras siap"
urutan = 8
satuan = "persen"
arah   = "naik"
hijau  = 100
kuning = 85
basis  = "P"
dasar  = "Hijau {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya (usulan, menunggu persetujuan Sekda)"
bicara = 6
sampai = "H"

[memakai]
"bpkpd/dukungan_sarpras" = { kolom = ["jumlah_dibutuhkan", "jumlah_tersedia", "kondisi"], penentu = ["jenis_dukungan", "penerima_manfaat", "kecamatan"] }
*/
-- Berapa persen dukungan sarana dan prasarana yang siap?
-- Satu baris.
with sarpras_ringkas as (
    select count(*) as semua, count(*) filter (where siap) as beres from sarpras
)
select
    100.0 * beres / nullif(semua, 0) as nilai,
    bilangan(semua - beres) || ' belum siap' as sebab,
    format('{} dari {} dukungan', bilangan(beres), bilangan(semua)) as landasan,
    if(
        beres = semua,
        'Semua dukungan sarana dan prasarana siap.',
        format('{} dari {} dukungan sarana dan prasarana belum siap.', kapital(terbilang(semua - beres)), bilangan(semua))
    ) as kalimat
from sarpras_ringkas
