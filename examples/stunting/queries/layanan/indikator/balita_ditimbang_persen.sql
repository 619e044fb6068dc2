/* indikator
nama   = "Balita ditimbang (D/S)"
urutan = 2
satuan = "persen"
arah   = "naik"
hijau  = "{balita_ditimbang_persen}"
kuning = "{balita_rendah_persen}"
basis  = "P"
dasar  = "Usulan, menunggu persetujuan Sekda: hijau mulai {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya"
bicara = 1

[memakai]
"dinkes/posyandu" = { kolom = ["sasaran_balita", "balita_ditimbang"], penentu = ["kelurahan"] }
*/
-- Berapa persen balita sasaran yang ditimbang bulan ini?
-- Satu baris; hanya kelurahan yang kedua jumlahnya terbaca.
with ditimbang as (
    select
        100.0 * sum(balita_ditimbang) / nullif(sum(sasaran_balita), 0) as persen,
        sum(belum_ditimbang)::bigint as belum,
        sum(sasaran_balita)::bigint as semua,
        list(kelurahan order by ditimbang_persen) filter (where ditimbang_persen < aturan('balita_rendah_persen')) as rendah
    from posyandu
    where belum_ditimbang is not null
)
select
    persen as nilai,
    coalesce('rendah di ' || tempat_belum(rendah), bilangan(belum) || ' belum') as sebab,
    format('{} dari {}', bilangan(semua - belum), bilangan(semua)) as landasan,
    if(
        belum <= 0,
        'Semua balita sasaran sudah ditimbang.',
        format('{} balita ditimbang; {} belum.', persen(persen), bilangan(belum))
    ) as kalimat
from ditimbang
