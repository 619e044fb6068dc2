-- Apa yang dikatakan lebih dulu tentang semua daerah: pokok mana yang paling banyak kritis, dan berapa yang melapor?
-- Satu baris; tanpa nama daerah, sebab setiap peran membacanya.
with terbanyak as (
    select * from keadaan_pokok order by kritis desc, halaman limit 1
),
lapor as (
    select
        count(*) as semua,
        count(*) filter (where melapor) as melapor,
        count(*) filter (where tepat_waktu) as tepat_waktu
    from pelapor
),
ekor as (
    select if(melapor < semua, format('; {} belum melapor.', bilangan(semua - melapor)), '.') as belum_kata from lapor
)
select
    l.semua,
    l.melapor,
    l.tepat_waktu,
    l.semua - l.melapor as belum,
    case
        when l.melapor = 0 then format('Belum satu pun dari {} daerah melapor.', bilangan(l.semua))
        when t.kritis = 0 then format('Tidak ada daerah yang kritis di antara {} yang melapor', bilangan(l.melapor)) || e.belum_kata
        else format('{} kritis di {} dari {} daerah yang melapor', t.judul_pendek, bilangan(t.kritis), bilangan(l.melapor)) || e.belum_kata
    end as kalimat
from lapor as l
cross join ekor as e
left join terbanyak as t on true
