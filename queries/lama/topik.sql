-- Tentang apa rangkaian rapat dan hari apa yang ditujunya, menurut potret yang belum menyimpannya?
-- Satu baris.
select
    'Monev Pilkada' as nama,
    'Rapat monev' as rapat,
    'Pemungutan suara' as hari_nama,
    'H' as hari_singkatan,
    tanggal_pemungutan as hari_tanggal
from daerah
