-- Di daerah mana risiko kritis, dan karena angka apa?
-- Satu baris per daerah; yang belum melapor belum diketahui.
select
    daerah as hal,
    sebab as keterangan,
    nullif(keadaan, 'belum_dilaporkan') = 'merah' as memberatkan,
    1 as jumlah
from sebab_keadaan
where halaman = 'risiko'
order by memberatkan desc nulls last, merah desc, kuning desc, kode_daerah
