-- Perubahan mana di lembar tiap instansi yang paling perlu dilihat?
-- Satu baris per perubahan, paling banyak enam puluh per instansi; `semua` adalah banyaknya di instansi itu. Dua
-- yang pertama dari tiap instansi lebih dulu, supaya yang tampil di depan bukan milik satu instansi saja.
select
    *,
    count(*) over (partition by instansi) as semua,
    row_number() over (partition by instansi order by ke) as ke_instansi
from (select *, row_number() over () as ke from perubahan_daftar)
qualify row_number() over (partition by instansi order by ke) <= 60
order by ke_instansi > 2, ke
