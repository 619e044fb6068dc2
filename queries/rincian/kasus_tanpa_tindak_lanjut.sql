-- Rekomendasi mana yang belum dicatat Pemkot?
-- Satu baris per kasus.
select
    kode_kasus as hal,
    keterangan || if(di_kota, '', '; belum dicatat Pemkot') as keterangan,
    not di_kota as memberatkan,
    1 as jumlah
from keadaan_kasus_asn
where perlu_dilaksanakan
order by memberatkan desc nulls last, batas, kode_kasus
