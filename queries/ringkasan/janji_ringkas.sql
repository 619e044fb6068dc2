-- Berapa janji rapat terakhir yang selesai, berjalan, dan lewat tenggat?
-- Satu baris.
select
    count(*) filter (where keadaan = 'selesai') as selesai,
    count(*) filter (where keadaan is distinct from 'selesai' and not lewat) as berjalan,
    count(*) filter (where lewat) as lewat_tenggat
from ringkasan_janji
