-- Kasus netralitas mana yang ditangani Bawaslu?
-- Satu baris per kasus.
select
    kode_kasus as hal,
    keterangan,
    hasil <> 'dicabut' as memberatkan,
    1 as jumlah
from keadaan_kasus_asn
where di_bawaslu and utuh(rusak_bawaslu, ['hasil'])
order by memberatkan desc nulls last, batas, kode_kasus
