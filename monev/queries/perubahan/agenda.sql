-- Perubahan mana di lembar yang paling perlu dilihat pada tiap halaman agenda?
-- Satu baris per perubahan, paling banyak tiga per halaman; dari tab yang dipakai angkanya.
select t.halaman, d.*, count(*) over (partition by t.halaman) as semua
from (select *, row_number() over () as ke from perubahan_daftar) as d
join tab_halaman as t using (instansi, tab)
qualify row_number() over (partition by t.halaman order by d.ke) <= 3
order by t.halaman, d.ke
