/* indikator
nama   = "Potensi konflik tinggi"
urutan = 3
satuan = "kelurahan"
arah   = "turun"
hijau  = 0
kuning = 3
basis  = "P"
dasar  = "Hijau {hijau}, kuning {hijau+1} sampai {kuning}, merah mulai {kuning+1} (usulan, menunggu persetujuan Sekda)"
bicara = 2

[memakai]
"kesbangpol/potensi_konflik" = { kolom = ["tingkat_potensi"], penentu = ["kelurahan"] }
*/
-- Berapa kelurahan yang berpotensi konflik tinggi?
-- Satu baris.
with berpotensi as (
    select count(*) as jumlah, list(kelurahan order by kelurahan) as nama
    from potensi
    where tingkat_potensi = 'tinggi'
)
select
    jumlah as nilai,
    if(jumlah <= 2, daftar(nama), 'antara lain ' || nama[1]) as sebab,
    format('dari {} kelurahan', bilangan((select count(*) from wilayah))) as landasan,
    format('{} kelurahan berpotensi konflik tinggi', if(jumlah = 0, 'Tidak ada', kapital(terbilang(jumlah))))
        || if(jumlah between 1 and 3, ': ' || daftar(nama), '') || '.' as kalimat
from berpotensi
