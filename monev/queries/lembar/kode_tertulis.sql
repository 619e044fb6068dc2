-- Apa saja yang tertulis di tab tindak lanjut Sekretariat, di baris dan kolom mana pun?
-- Satu baris per tulisan; kosong bila tabnya tidak terbaca. Janji yang kodenya masih ada di sini tidak hilang.
select distinct rapi(regexp_replace(s.tertulis, '\p{Cf}', '', 'g')) as tulisan
from sel as s
join tab as t using (instansi, tab)
where s.instansi = 'sekretariat' and s.tab = 'tindak_lanjut' and t.status = 'ada'
