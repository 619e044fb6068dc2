-- Kasus aktif mana yang lewat tenggatnya?
-- Satu baris per kasus.
select
    id_penanganan as hal,
    concat_ws('; ', pokok, tempat_kejadian, if(aktif, 'tenggat ' || tgl(tenggat), lower(status_sebutan))) as keterangan,
    sisa_hari < 0 as memberatkan,
    1 as jumlah
from kasus
where aktif
order by memberatkan desc nulls last, tenggat, id_penanganan
