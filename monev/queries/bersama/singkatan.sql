-- Apa kepanjangan dan arti tiap istilah di layar?
-- Satu baris per istilah dan arti; tanpa baris bila reference/ tidak memuatnya. Potret lama hanya tahu kepanjangannya.
select singkatan, kepanjangan, arti, dasar
from singkatan
order by lower(singkatan), singkatan, arti is null, kepanjangan
