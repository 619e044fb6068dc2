-- Perubahan mana di lembar tiap instansi yang paling perlu dilihat?
-- Satu baris per perubahan, paling banyak enam puluh per instansi; `semua` adalah banyaknya di instansi itu.
select *, count(*) over (partition by instansi) as semua
from (select *, row_number() over () as ke from perubahan_daftar)
qualify row_number() over (partition by instansi order by ke) <= 60
order by ke
