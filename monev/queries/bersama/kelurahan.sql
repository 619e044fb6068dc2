-- Di petak mana tiap kelurahan, juga yang di luar kecamatan yang dipilih?
-- Satu baris per kelurahan daerah ini.
select kelurahan, kecamatan, petak_kolom, petak_baris, nama_petak
from wilayah
order by petak_baris, petak_kolom
