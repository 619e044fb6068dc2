-- Berapa janji rapat terakhir yang selesai, berjalan, dan lewat tenggat?
-- Satu baris; yang keadaannya tidak terbaca dihitung sendiri.
select
    count(*) filter (where keadaan = 'selesai') as selesai,
    count(*) filter (where keadaan <> 'selesai' and not lewat) as berjalan,
    count(*) filter (where lewat) as lewat_tenggat,
    count(*) filter (where keadaan is null) as belum_terbaca
from ringkasan_janji
