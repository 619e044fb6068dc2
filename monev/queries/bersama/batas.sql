-- Di mana letak tiap kelurahan?
-- Satu baris per cincin batas luar; tanpa baris bila reference/ tidak memuat kelurahan.geojson.
select
    kelurahan,
    bagian,
    cincin
from batas
order by kelurahan, bagian
