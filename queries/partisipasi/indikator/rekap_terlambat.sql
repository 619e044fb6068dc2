/* indikator
nama   = "Rekap terlambat"
urutan = 8
satuan = "rekapitulasi"
arah   = "turun"
hijau  = 0
kuning = 2
basis  = "P"
dasar  = "Rekapitulasi yang rencananya lewat tanpa selesai, atau selesai sesudah rencananya. Hijau {hijau}, kuning {hijau+1} sampai {kuning}, merah mulai {kuning+1} (usulan, menunggu persetujuan Sekda)"
mulai  = "H+1"

[memakai]
"kpu/rekapitulasi" = { kolom = ["tanggal_rencana", "tanggal_selesai"], penentu = ["tingkat", "kecamatan"] }
*/
-- Berapa rekapitulasi yang terlambat dari rencananya?
-- Satu baris; tiap kecamatan dan kota diharapkan punya satu rekapitulasi, satu kecamatan yang dipilih hanya miliknya.
with terhitung as (
    select
        count(*) as semua,
        count(*) filter (where selesai) as selesai,
        count(*) filter (where terlambat) as terlambat,
        list(nama order by tanggal_rencana, nama) filter (where terlambat) as nama,
        (select count(distinct kecamatan) + if(sebagian_kota(), 0, 1) from wilayah) as diharapkan
    from rekap
)
select
    terlambat as nilai,
    semua < diharapkan as kurang_lengkap,
    if(terlambat <= 2, daftar(nama), 'antara lain ' || nama[1]) as sebab,
    format('{} dari {} selesai', bilangan(selesai), bilangan(greatest(semua, diharapkan))) as landasan,
    case
        when terlambat = 0 then 'Tidak ada rekapitulasi yang terlambat.'
        when terlambat <= 2 then format('Rekapitulasi {} terlambat dari rencana.', daftar(nama))
        else format('{} rekapitulasi terlambat dari rencana, antara lain {}.', kapital(terbilang(terlambat)), nama[1])
    end as kalimat
from terhitung
