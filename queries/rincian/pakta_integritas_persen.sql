-- Perangkat daerah mana yang belum menandatangani semua?
-- Satu baris per perangkat daerah; memberatkan kosong bila jumlahnya belum diketahui.
select
    perangkat_daerah as hal,
    if(
        diketahui,
        format('{} dari {} ASN', bilangan(jumlah_tanda_tangan), bilangan(jumlah_asn)),
        'belum diketahui'
    ) as keterangan,
    if(diketahui, jumlah_tanda_tangan < jumlah_asn, null) as memberatkan,
    1 as jumlah
from pakta_asn
order by memberatkan desc nulls last, belum desc nulls last, perangkat_daerah
