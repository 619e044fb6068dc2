-- Tanggal penting apa saja yang dimiliki topik, bila topiknya tidak menyebut satu pun?
-- Satu baris per hari; di sini tidak satu pun.
select null::varchar as kode, null::varchar as nama, null::date as tanggal
where false
