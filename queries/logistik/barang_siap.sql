-- Berapa jenis barang yang sudah cukup?
-- Satu baris.
select
    count(*) filter (where diketahui and kurang = 0) as siap,
    count(*) as semua
from barang
