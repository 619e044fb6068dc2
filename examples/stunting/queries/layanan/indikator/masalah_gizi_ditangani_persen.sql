/* indikator
nama   = "Masalah gizi ditangani"
urutan = 3
satuan = "persen"
arah   = "naik"
hijau  = 100
kuning = 90
basis  = "P"
dasar  = "Usulan, menunggu persetujuan Sekda: hijau {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya"
bicara = 2

[memakai]
"dinkes/gizi" = { kolom = ["balita_masalah_gizi", "balita_ditangani"], penentu = ["kecamatan"] }
*/
-- Berapa persen balita bermasalah gizi yang sudah ditangani?
-- Satu baris; hanya kecamatan yang kedua jumlahnya terbaca.
with gizi as (
    select
        sum(balita_ditangani)::bigint as sudah,
        sum(balita_masalah_gizi)::bigint as semua,
        arg_max(kecamatan, balita_masalah_gizi - balita_ditangani) as terbanyak
    from dinkes__gizi
    where balita_ditangani is not null and balita_masalah_gizi is not null
)
select
    100.0 * sudah / nullif(semua, 0) as nilai,
    bilangan(semua - sudah) || ' balita belum' as sebab,
    format('{} dari {}', bilangan(sudah), bilangan(semua)) as landasan,
    if(
        sudah = semua,
        'Semua balita bermasalah gizi sudah ditangani.',
        format('{} balita bermasalah gizi belum ditangani, terbanyak di {}.', kapital(terbilang(semua - sudah)), terbanyak)
    ) as kalimat
from gizi
