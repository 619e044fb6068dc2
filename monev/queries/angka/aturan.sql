-- Apa arti tiap bilangan yang dipakai untuk menghitung?
-- Satu baris per aturan; yang dihitung dari hari yang dituju hanya bila ada harinya.
select kode, arti, satuan
from aturan
where hari_h_tiba() is not null or not contains(arti, 'H-')
