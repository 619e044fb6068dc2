-- Apa kesamaan daerah yang paling berat di tiap pokok: angka mana yang merah di kebanyakan dari mereka?
-- Satu baris per pokok yang mempunyai daerah kritis.
with angka as (
    select
        t.halaman,
        i.kode,
        any_value(i.nama) as nama,
        count(*) as di
    from rekap_terberat as t
    join daerah__indikator as i on i.daerah = t.daerah and i.halaman = t.halaman
    where i.status = 'merah'
    group by t.halaman, i.kode
),
berapa as (
    select halaman, count(*) as daerah from rekap_terberat group by halaman
)
select
    b.halaman,
    b.daerah,
    case
        when b.daerah < aturan('sama_paling_sedikit') then format('Hanya {} daerah kritis, jadi tidak ada kesamaan yang disebut.', terbilang(b.daerah))
        when count(a.kode) = 0 then format('Tidak ada satu angka yang merah di kebanyakan dari {} daerah ini.', terbilang(b.daerah))
        else format(
            'Yang sama: {} dari {} merah pada {}.',
            terbilang(max(a.di)), terbilang(b.daerah), dan_lain(list(a.nama order by a.kode) filter (where a.di = terbanyak))
        )
    end as kalimat
from berapa as b
left join (
    select *, max(di) over (partition by halaman) as terbanyak from angka
    qualify di >= aturan('sama_paling_sedikit')
) as a using (halaman)
group by b.halaman, b.daerah
order by b.halaman
