-- Peristiwa apa yang ditandai pada grafik, bila topiknya tidak mencatat satu pun?
-- Satu baris per peristiwa; di sini tidak satu pun.
select null::date as tanggal, null::varchar as peristiwa, null::varchar as agenda
where false
