-- Kelurahan mana yang perlu didahulukan?
-- Satu baris per kelurahan.
select
    kelurahan as hal,
    coalesce(alasan, 'tanpa risiko') as keterangan,
    skor >= aturan_bulat('skor_prioritas') as memberatkan,
    1 as jumlah
from prioritas
order by skor desc, kelurahan
