-- Kelurahan mana yang berpotensi konflik tinggi?
-- Satu baris per kelurahan; memberatkan kosong bila tingkatnya belum diketahui.
select
    kelurahan as hal,
    coalesce('potensi ' || tingkat_potensi, 'belum diketahui') as keterangan,
    tingkat_potensi = 'tinggi' as memberatkan,
    1 as jumlah
from potensi
order by memberatkan desc nulls last, kelurahan
