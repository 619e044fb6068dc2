-- Dari tab mana angka halaman ini berasal, berapa umur datanya, dan berapa temuannya?
-- Satu baris per instansi, urutannya tetap.
select instansi, nama, tab, tanggal_data, umur_hari, temuan
from sumber
where halaman = 'partisipasi'
order by urutan
