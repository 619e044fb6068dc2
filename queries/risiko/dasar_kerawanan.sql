-- Atas dasar apa kerawanan TPS digolongkan?
-- Satu baris per variabel dan dasar; tanpa baris bila data rujukannya tidak menyebut dasar.
select
    variabel,
    string_agg(kode || ' ' || indikator, '; ' order by kode) as indikator,
    dasar
from indikator_tps_rawan
where dasar is not null
group by variabel, dasar
order by min(kode)
