-- Peristiwa apa yang perlu diingat saat grafik dibaca, dan untuk pokok agenda mana?
-- Satu baris per peristiwa; tanpa pokok agenda berarti semuanya, jadi yang pokoknya tidak terbaca tidak ikut.
select tanggal, peristiwa, agenda
from sekretariat__peristiwa
where tanggal is not null and peristiwa is not null and utuh(kolom_rusak, ['agenda'])
