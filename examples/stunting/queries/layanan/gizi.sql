-- Di kecamatan mana balita bermasalah gizi belum semua ditangani?
-- Satu baris per kecamatan yang dilaporkan, yang terendah lebih dulu.
select
    kecamatan as label,
    100.0 * balita_ditangani / nullif(balita_masalah_gizi, 0) as nilai,
    persen(100.0 * balita_ditangani / nullif(balita_masalah_gizi, 0)) as teks,
    format('{} dari {} balita', bilangan(balita_ditangani), bilangan(balita_masalah_gizi)) as rincian
from dinkes__gizi
order by nilai nulls first, kecamatan
