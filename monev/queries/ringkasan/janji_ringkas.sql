-- Berapa janji rapat terakhir yang selesai, masih dalam tenggat, dan lewat tenggat?
-- Satu baris; yang keadaan atau tenggatnya tidak terbaca dihitung sendiri, jadi semuanya berjumlah banyaknya janji.
select
    count(*) filter (where keadaan = 'selesai') as selesai,
    count(*) filter (where keadaan <> 'selesai' and not lewat and tenggat is not null) as dalam_tenggat,
    count(*) filter (where lewat) as lewat_tenggat,
    count(*) filter (where keadaan is null or keadaan <> 'selesai' and tenggat is null) as belum_terbaca
from ringkasan_janji
