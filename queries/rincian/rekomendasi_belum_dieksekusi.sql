-- Rekomendasi mana yang belum dilaksanakan?
-- Satu baris per kasus.
select
    kode_kasus as hal,
    keterangan,
    not dilaksanakan as memberatkan,
    1 as jumlah
from keadaan_kasus_asn
where perlu_dilaksanakan
order by memberatkan desc nulls last, batas, kode_kasus
