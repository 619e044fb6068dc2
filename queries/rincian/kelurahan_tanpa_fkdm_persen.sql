-- Kelurahan mana yang belum mempunyai FKDM yang aktif?
-- Satu baris per kelurahan; memberatkan kosong bila belum diketahui.
select
    kelurahan as hal,
    case fkdm_aktif when true then 'FKDM aktif' when false then 'belum ada FKDM yang aktif' else 'belum diketahui' end as keterangan,
    not fkdm_aktif as memberatkan,
    1 as jumlah
from potensi
order by memberatkan desc nulls last, kelurahan
