-- Di daerah mana netralitas belum dilaporkan?
-- Satu baris per daerah.
select
    daerah as hal,
    provinsi as keterangan,
    keadaan = 'belum_dilaporkan' as memberatkan,
    1 as jumlah
from sebab_keadaan
where halaman = 'netralitas'
order by memberatkan desc nulls last, merah desc, kuning desc, kode_daerah
