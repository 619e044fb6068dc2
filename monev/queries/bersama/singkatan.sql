-- Kepanjangan apa yang dimiliki tiap singkatan di layar?
-- Satu baris per singkatan; tanpa baris bila reference/ tidak memuatnya.
select singkatan, kepanjangan
from singkatan
order by lower(singkatan)
