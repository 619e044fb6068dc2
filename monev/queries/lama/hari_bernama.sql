-- Hari apa saja yang bernama, selain hari yang dituju, bila topiknya tidak menyebut satu pun?
-- Satu baris per hari; di sini tidak satu pun.
select null::varchar as nama, null::date as tanggal
where false
