-- Hari apa saja yang dapat disebut dalam sebuah keputusan: pemungutan suara, masa tenang, dan hari libur sejak hari ini?
-- Satu baris.
select
    tanggal_pemungutan as pemungutan,
    (select mulai from tahapan where kode = 'masa_tenang') as masa_tenang,
    (select list(tanggal order by tanggal) from hari_libur where tanggal >= hari_ini()) as libur
from daerah
