-- Di kelurahan mana C.Pemberitahuan belum dibagikan semua?
-- Satu baris per kelurahan; memberatkan kosong bila jumlahnya belum diketahui.
select
    kelurahan as hal,
    if(
        c_pemberitahuan_dibagikan is null or dpt is null,
        'belum diketahui',
        format('{} dari {} lembar', bilangan(c_pemberitahuan_dibagikan), bilangan(dpt))
    ) as keterangan,
    c_pemberitahuan_dibagikan < dpt as memberatkan,
    1 as jumlah
from kelurahan_tps
order by memberatkan desc nulls last, dpt - c_pemberitahuan_dibagikan desc nulls last, kelurahan
