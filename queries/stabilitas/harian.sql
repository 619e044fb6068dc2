-- Berapa kejadian tiap hari dalam dua jendela penilaian terakhir, dan berapa yang tinggi?
-- Satu baris per hari, hari tanpa kejadian ikut; kosong bila tab kejadian belum dilaporkan. Yang terbatas ikut dihitung.
with hari as (
    select
        unnest(range(hari_ini() - 2 * aturan_bulat('hari_kejadian'), hari_ini() + 1, interval 1 day))::date as tanggal,
        dilaporkan('kesbangpol', 'kejadian') as ada
)
select
    h.tanggal,
    if(ada, count(k.tanggal_kejadian), null) as nilai,
    if(ada, count(*) filter (where k.tingkat = 'rendah'), null) as rendah,
    if(ada, count(*) filter (where k.tingkat = 'sedang'), null) as sedang,
    if(ada, count(*) filter (where k.tingkat = 'tinggi'), null) as tinggi
from hari as h
left join kejadian as k on k.tanggal_kejadian = h.tanggal
group by h.tanggal, ada
order by h.tanggal
