-- Apa saja yang tertulis di tab yang menyimpan janji rapat, di baris dan kolom mana pun?
-- Satu baris per tulisan; kosong bila tabnya tidak terbaca. Janji yang kodenya masih ada di sini tidak hilang.
select distinct rapi(regexp_replace(s.tertulis, '\p{Cf}', '', 'g')) as tulisan
from sel as s
join penyimpan using (instansi, tab)
join tab as t using (instansi, tab)
where t.status = 'ada'
