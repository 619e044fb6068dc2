-- Kelurahan mana yang belum terjangkau kegiatan?
-- Satu baris per kelurahan.
select
    kelurahan as hal,
    coalesce('terakhir ' || tgl(terakhir), 'belum pernah')
        || if(jumlah = 0, coalesce('; rencana ' || tgl(rencana), '; belum ada rencana'), '') as keterangan,
    jumlah = 0 as memberatkan,
    1 as jumlah
from jangkauan_kelurahan
order by memberatkan desc nulls last, terakhir nulls first, kelurahan
