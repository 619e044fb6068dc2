-- Laporan mana yang terlambat masuk ke Bawaslu?
-- Satu baris per kasus.
select
    id_penanganan as hal,
    concat_ws('; ', pokok, tempat_kejadian, if(aktif, 'tenggat ' || tgl(tenggat), lower(status_sebutan))) as keterangan,
    lewat_lapor and utuh(kolom_rusak, ['sumber', 'tanggal_diketahui', 'tanggal_diterima']) as memberatkan,
    1 as jumlah
from kasus
where lewat_lapor is not null
order by memberatkan desc nulls last, tenggat, id_penanganan
