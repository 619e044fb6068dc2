-- Hari apa saja yang dapat disebut dalam sebuah keputusan: hari yang dituju, hari lain yang bernama, dan hari libur sejak hari ini?
-- Satu baris.
select
    hari_nama,
    hari_tanggal,
    (select list({'nama': nama, 'tanggal': tanggal} order by nama) from hari_bernama where tanggal is not null) as bernama,
    (select list(tanggal order by tanggal) from hari_libur where tanggal >= hari_ini()) as libur
from topik
