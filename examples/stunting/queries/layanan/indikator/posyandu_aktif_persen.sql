/* indikator
nama   = "Posyandu aktif"
urutan = 1
satuan = "persen"
arah   = "naik"
hijau  = 90
kuning = 75
basis  = "P"
dasar  = "Usulan, menunggu persetujuan Sekda: hijau mulai {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya"
bicara = 3

[memakai]
"dinkes/posyandu" = { kolom = ["jumlah_posyandu", "posyandu_aktif"], penentu = ["kelurahan"] }
*/
-- Berapa persen posyandu yang aktif bulan ini?
-- Satu baris; hanya kelurahan yang kedua jumlahnya terbaca.
with buka as (
    select
        sum(posyandu_aktif)::bigint as aktif,
        sum(jumlah_posyandu)::bigint as semua,
        arg_max(kelurahan, jumlah_posyandu - posyandu_aktif) as terbanyak
    from posyandu
    where posyandu_aktif is not null and jumlah_posyandu is not null
)
select
    100.0 * aktif / nullif(semua, 0) as nilai,
    bilangan(semua - aktif) || ' berhenti' as sebab,
    format('{} dari {}', bilangan(aktif), bilangan(semua)) as landasan,
    if(
        aktif = semua,
        format('Semua {} posyandu aktif.', bilangan(semua)),
        format('{} posyandu berhenti, terbanyak di {}.', kapital(terbilang(semua - aktif)), terbanyak)
    ) as kalimat
from buka
