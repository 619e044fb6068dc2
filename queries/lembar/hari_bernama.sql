-- Hari apa saja yang dapat disebut dengan namanya dalam sebuah keputusan, selain hari pemungutan suara?
-- Satu baris per nama; tanggalnya hari pertama.
select 'masa tenang' as nama, mulai as tanggal
from tahapan
where kode = 'masa_tenang'
