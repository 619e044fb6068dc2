-- Rekomendasi mana yang lewat batasnya?
-- Satu baris per kasus.
select
    kode_kasus as hal,
    keterangan,
    hari_kerja > aturan_bulat('hari_kerja_rekomendasi') as memberatkan,
    1 as jumlah
from keadaan_kasus_asn
where perlu_dilaksanakan and not dilaksanakan
order by memberatkan desc nulls last, batas, kode_kasus
