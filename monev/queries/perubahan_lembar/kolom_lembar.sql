-- Kolom mana yang ada di lembar yang dibaca?
-- Satu baris per kolom tab yang kepalanya dikenali, dengan huruf kolomnya.
select instansi, tab, kolom, any_value(regexp_extract(sel, '^[A-Z]+')) as huruf
from sel
where tab is not null and kolom is not null
group by instansi, tab, kolom
