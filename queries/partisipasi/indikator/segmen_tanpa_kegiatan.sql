/* indikator
nama   = "Segmen tanpa kegiatan"
urutan = 3
satuan = "segmen"
arah   = "turun"
hijau  = 0
kuning = 2
surut  = true
basis  = "P"
dasar  = "Dari 11 segmen. Hijau {hijau}, kuning {hijau+1} sampai {kuning}, merah mulai {kuning+1} (usulan, menunggu persetujuan Sekda)"
bicara = 2
sampai = "H"

[memakai]
"kpu/sosialisasi" = { kolom = ["segmen", "status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], gabung = true }
"bawaslu/pencegahan" = { kolom = ["segmen", "status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], gabung = true }
"kesbangpol/pendidikan_politik" = { kolom = ["segmen", "status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], gabung = true }
*/
-- Berapa segmen pemilih yang belum dijangkau satu kegiatan pun?
-- Satu baris.
with segmen_terjangkau as (
    select
        count(*) as semua,
        count(*) filter (where jumlah = 0) as belum,
        list(replace(lower(nama), 'asn', 'ASN') order by urutan) filter (where jumlah = 0) as nama
    from jangkauan_segmen
)
select
    belum as nilai,
    if(belum <= 2, daftar(nama), 'antara lain ' || nama[1]) as sebab,
    format('{} dari {} terjangkau', bilangan(semua - belum), bilangan(semua)) as landasan,
    case
        when belum = 0 then format('Semua {} segmen pemilih sudah terjangkau kegiatan.', bilangan(semua))
        when belum <= 3 then format('Segmen {} belum terjangkau satu kegiatan pun.', daftar(nama))
        else format('{} dari {} segmen pemilih belum terjangkau, antara lain {}.', kapital(terbilang(belum)), bilangan(semua), nama[1])
    end as kalimat
from segmen_terjangkau
