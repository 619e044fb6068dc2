-- Berapa janji rapat daerah yang terbuka, lewat, dan selesai di tiap pokok?
-- Satu baris per pokok, menurut agenda.
select
    nomor,
    pokok,
    count(*) filter (where terbuka) as terbuka,
    count(*) filter (where lewat) as lewat,
    count(*) filter (where selesai) as selesai,
    count(distinct kode_daerah) as daerah
from janji_daerah
group by nomor, pokok
order by nomor nulls last
