-- Kasus mana yang masih ditangani Bawaslu?
-- Satu baris per kasus.
select
    id_penanganan as hal,
    concat_ws('; ', pokok, tempat_kejadian, if(aktif, 'tenggat ' || tgl(tenggat), lower(status_sebutan))) as keterangan,
    aktif as memberatkan,
    1 as jumlah
from kasus
where utuh(kolom_rusak, ['status'])
order by memberatkan desc nulls last, tenggat, id_penanganan
