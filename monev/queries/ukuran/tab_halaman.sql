-- Tab mana yang dipakai angka tiap halaman?
-- Satu baris per halaman dan tab.
select distinct a.halaman, c.instansi, c.tab
from cakupan as c
join ambang as a using (kode)
