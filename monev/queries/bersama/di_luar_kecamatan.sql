-- Berapa baris yang tidak ikut di kecamatan mana pun, karena untuk seluruh kota atau karena tempatnya belum jelas?
-- Satu baris per halaman agenda, dan satu tanpa halaman untuk semuanya; hanya tab yang dipakai angka bertempat.
with dipakai as (
    select distinct a.halaman, c.instansi, c.tab
    from cakupan as c
    join ambang as a using (kode)
    join ukuran as u using (kode)
),
lepas as (
    select instansi, tab, baris, kecamatan
    from letak
    where coalesce(kecamatan, 'Se-Kota') = 'Se-Kota'
)
select
    d.halaman,
    count(distinct (l.instansi, l.tab, l.baris)) filter (where l.kecamatan is null and l.baris is not null) as tanpa_tempat,
    count(distinct (l.instansi, l.tab, l.baris)) filter (where l.kecamatan is not null) as se_kota
from dipakai as d
left join lepas as l using (instansi, tab)
group by grouping sets ((d.halaman), ())
order by d.halaman nulls last
