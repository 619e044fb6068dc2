/* indikator
nama   = "Laporan lewat {hari_laporan} hari"
urutan = 3
satuan = "laporan"
arah   = "turun"
hijau  = 0
basis  = "R"
dasar  = "Pasal 134 ayat (4) UU 1/2015 jo. UU 6/2020: laporan disampaikan paling lama {hari_laporan} hari sejak diketahui. Hijau {hijau}, merah mulai {hijau+1}"
bicara = 4

[memakai]
"bawaslu/penanganan" = [
    { kolom = ["sumber"], penentu = ["id_penanganan"] },
    { kolom = ["tanggal_diketahui", "tanggal_diterima"], hanya = "sumber = 'laporan'" },
]
*/
-- Berapa laporan yang terlambat masuk ke Bawaslu?
-- Satu baris.
with laporan as (
    select
        count(*) filter (where lewat_lapor is not null) as semua,
        count(*) filter (where lewat_lapor and utuh(kolom_rusak, ['sumber', 'tanggal_diketahui', 'tanggal_diterima'])) as lewat
    from kasus
)
select
    lewat as nilai,
    'terlambat masuk ke Bawaslu' as sebab,
    if(semua > 0, format('dari {} laporan', bilangan(semua)), null) as landasan,
    if(
        semua = 0,
        'Tidak ada laporan yang terlambat masuk.',
        if(lewat = 0, 'Semua laporan masuk paling lama ', kapital(terbilang(lewat)) || ' laporan masuk lebih dari ')
            || format('{} hari sejak diketahui.', bilangan(aturan_bulat('hari_laporan')))
    ) as kalimat
from laporan
