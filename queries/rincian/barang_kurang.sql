-- Barang mana yang kurang, dan mana yang cukup?
-- Satu baris per jenis barang; memberatkan kosong bila keadaannya belum diketahui.
select
    nama as hal,
    case
        when not diketahui then 'belum diketahui'
        when kurang > 0 then format(
            'kurang {}; {}', bilangan(kurang),
            if(janji is null, 'belum ada janji', if(janji < hari_ini(), 'janji lewat ', 'janji ') || tgl(janji))
        )
        else 'cukup'
    end as keterangan,
    if(diketahui, kurang > 0, null) as memberatkan,
    1 as jumlah
from barang
order by memberatkan desc nulls last, janji is null desc, janji, siap_persen, nama
