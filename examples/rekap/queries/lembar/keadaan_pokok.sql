-- Di berapa daerah tiap pokok agenda kritis, perlu perhatian, aman, atau belum melapor?
-- Satu baris per pokok; keempatnya berjumlah semua daerah.
select
    halaman,
    any_value(judul_pendek) as judul_pendek,
    count(*) as semua,
    count(*) filter (where keadaan <> 'belum_dilaporkan') as dinilai,
    coalesce(list(kode_daerah) filter (where keadaan <> 'belum_dilaporkan'), []) as para_dinilai,
    count(*) filter (where keadaan = 'merah') as kritis,
    count(*) filter (where keadaan = 'kuning') as perhatian,
    count(*) filter (where keadaan = 'hijau') as aman,
    count(*) filter (where keadaan = 'belum_dilaporkan') as belum
from keadaan_daerah
group by halaman
