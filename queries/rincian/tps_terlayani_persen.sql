-- Di kelurahan mana barang belum sampai ke semua TPS?
-- Satu baris per kelurahan; memberatkan kosong bila jumlahnya belum diketahui.
select
    kelurahan as hal,
    if(
        tps_diterima is null or jumlah_tps is null,
        'belum diketahui',
        format('{} dari {} TPS', bilangan(tps_diterima), bilangan(jumlah_tps)) || coalesce('; rencana ' || tgl(rencana_ke_tps), '')
    ) as keterangan,
    tps_diterima < jumlah_tps as memberatkan,
    1 as jumlah
from kelurahan_tps
order by memberatkan desc nulls last, jumlah_tps - tps_diterima desc nulls last, kelurahan
