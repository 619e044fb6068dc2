-- Tanggal penting apa yang masih di depan?
-- Satu baris per tanggal, terdekat lebih dulu.
select mulai as tanggal, nama, mulai - hari_ini() as sisa_hari
from tahapan
where tampil and mulai >= hari_ini()
order by mulai, kode
