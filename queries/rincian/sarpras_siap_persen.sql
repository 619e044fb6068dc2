-- Dukungan mana yang belum siap, dan mana yang siap?
-- Satu baris per dukungan.
select
    nama || coalesce(', ' || kecamatan, '') as hal,
    case
        when siap then 'siap'
        when kurang > 0 then format('kurang {}', bilangan(kurang))
        else 'belum siap'
    end || coalesce(if(not siap, ', ' || perangkat_daerah, null), '') as keterangan,
    not siap as memberatkan,
    1 as jumlah
from sarpras
order by memberatkan desc nulls last, kurang desc nulls last, hal
