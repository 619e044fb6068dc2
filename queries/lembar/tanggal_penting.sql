-- Tanggal penting apa saja yang ditampilkan sebelum tiba?
-- Satu baris per tanggal: yang dipilih, dan semua yang sesudah hari pemungutan.
select kode, nama, mulai as tanggal
from tahapan
where tampil or mulai > hari_pemungutan()
union all
-- Menyusul dari hari pengusulan, begitu dicatat.
select 'pengembalian_hibah' as kode, 'Batas pengembalian hibah' as nama, tanggal
from (select batas_pengembalian() as tanggal)
where tanggal is not null
