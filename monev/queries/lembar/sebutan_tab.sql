-- Apa judul tiap tab menurut kontraknya, juga tab yang boleh tidak ada dan memang tidak ada di lembar?
-- Satu baris per tab.
select instansi, tab, any_value(judul_tab) as judul
from kolom
group by instansi, tab
