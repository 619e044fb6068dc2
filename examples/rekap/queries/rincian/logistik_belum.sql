-- Di daerah mana logistik belum dilaporkan?
-- Satu baris per daerah.
select
    daerah as hal,
    provinsi as keterangan,
    keadaan = 'belum_dilaporkan' as memberatkan,
    1 as jumlah
from sebab_keadaan
where halaman = 'logistik'
order by memberatkan desc nulls last, merah desc, kuning desc, kode_daerah
