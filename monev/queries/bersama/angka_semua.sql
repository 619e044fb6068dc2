-- Angka apa saja yang tampil di semua halaman, untuk disimpan bersama rapat yang dibekukan?
-- Satu baris per indikator.
select kode, nilai, status
from indikator
order by halaman, urutan
