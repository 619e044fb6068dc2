-- Berapa kejadian tiap hari dalam dua jendela penilaian terakhir, dan berapa yang tinggi?
-- Satu baris per hari, hari tanpa kejadian ikut; kosong bila tab kejadian belum dilaporkan. Yang terbatas ikut dihitung.
with hari as (
    select unnest(range(
        hari_ini() - 2 * aturan_bulat('hari_kejadian'), hari_ini() + 1, interval 1 day
    ))::date as tanggal
),
dilaporkan as (
    select coalesce(bool_or(dilaporkan), false) as ya
    from tab
    where instansi = 'kesbangpol' and tab = 'kejadian'
)
select
    h.tanggal,
    if(ya, count(k.tanggal_kejadian), null) as nilai,
    if(ya, count(*) filter (where k.tingkat = 'rendah'), null) as rendah,
    if(ya, count(*) filter (where k.tingkat = 'sedang'), null) as sedang,
    if(ya, count(*) filter (where k.tingkat = 'tinggi'), null) as tinggi
from hari as h
cross join dilaporkan
left join kejadian as k on k.tanggal_kejadian = h.tanggal
group by h.tanggal, ya
order by h.tanggal
