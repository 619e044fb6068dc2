-- Tanggal penting apa yang masih di depan?
-- Satu baris per tanggal, terdekat lebih dulu.
select tanggal, nama, tanggal - hari_ini() as sisa_hari
from tanggal_penting
where tanggal >= hari_ini()
order by tanggal, kode
