-- Kecamatan mana saja di daerah ini?
-- Satu baris per kecamatan, menurut abjad.
select distinct kecamatan
from wilayah
where kecamatan is not null
order by kecamatan
