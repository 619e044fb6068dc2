-- Segmen mana yang belum terjangkau kegiatan?
-- Satu baris per segmen.
select
    nama as hal,
    coalesce('terakhir ' || tgl(terakhir), 'belum pernah')
        || if(jumlah = 0, coalesce('; rencana ' || tgl(rencana), '; belum ada rencana'), '') as keterangan,
    jumlah = 0 as memberatkan,
    1 as jumlah
from jangkauan_segmen
order by memberatkan desc nulls last, terakhir nulls first, urutan
