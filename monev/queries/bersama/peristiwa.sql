-- Apa yang terjadi, atau direncanakan, yang perlu diingat saat grafik sebuah pokok agenda dibaca?
-- Satu baris per peristiwa dan pokok agenda; yang tanpa pokok agenda menyangkut semuanya.
select a.halaman, p.tanggal, p.peristiwa
from peristiwa as p
join agenda as a on a.halaman = coalesce(p.agenda, a.halaman)
order by a.nomor, p.tanggal, p.peristiwa
