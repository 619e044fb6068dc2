-- Tanggal penting apa saja yang ditampilkan sebelum tiba?
-- Satu baris per tanggal.
select kode, nama, mulai as tanggal
from tahapan
where tampil
