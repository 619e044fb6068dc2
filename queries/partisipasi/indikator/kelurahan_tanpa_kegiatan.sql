/* indikator
nama   = "Kel. tanpa kegiatan"
urutan = 1
satuan = "kelurahan"
arah   = "turun"
hijau  = 0
kuning = 3
surut  = true
basis  = "P"
dasar  = "Tanpa kegiatan terlaksana dalam {hari_kegiatan} hari terakhir. Hijau {hijau}, kuning {hijau+1} sampai {kuning}, merah mulai {kuning+1} (usulan, menunggu persetujuan Sekda)"
sampai = "H"

[memakai]
"kpu/sosialisasi" = { kolom = ["status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], gabung = true }
"bawaslu/pencegahan" = { kolom = ["status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], gabung = true }
"kesbangpol/pendidikan_politik" = { kolom = ["status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], gabung = true }
*/
-- Berapa kelurahan yang belum dijangkau satu kegiatan pun akhir-akhir ini?
-- Satu baris.
with kelurahan_terjangkau as (
    select
        count(*) as semua,
        count(*) filter (where jumlah = 0) as belum,
        list(kelurahan order by terakhir nulls first, kelurahan) filter (where jumlah = 0) as nama
    from jangkauan_kelurahan
)
select
    belum as nilai,
    if(belum <= 2, daftar(nama), 'antara lain ' || nama[1]) as sebab,
    format('{} dari {} terjangkau', bilangan(semua - belum), bilangan(semua)) as landasan,
    case
        when belum = 0 then format('Semua {} kelurahan terjangkau', bilangan(semua))
        when belum <= 2 then format('Kelurahan {} belum terjangkau', daftar(nama))
        else format('{} kelurahan belum terjangkau, antara lain {},', kapital(terbilang(belum)), nama[1])
    end || format(' dalam {} hari terakhir.', bilangan(aturan_bulat('hari_kegiatan'))) as kalimat
from kelurahan_terjangkau
