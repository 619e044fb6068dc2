-- Di kelurahan mana partisipasi di bawah sasaran?
-- Satu baris per kelurahan; memberatkan kosong bila hasilnya belum diketahui.
select
    kelurahan as hal,
    coalesce(persen(persen), 'belum diketahui') as keterangan,
    status_indikator('partisipasi_persen', persen) <> 'hijau' as memberatkan,
    1 as jumlah
from partisipasi_kelurahan
order by memberatkan desc nulls last, persen, kelurahan
