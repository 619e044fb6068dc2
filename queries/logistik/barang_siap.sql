-- Berapa jenis barang yang sudah cukup, dari yang keadaannya diketahui?
-- Satu baris.
select
    count(*) filter (where diketahui and kurang = 0) as siap,
    count(*) filter (where diketahui) as semua
from barang
