-- Apa yang terbaca di tiap baris yang terhitung, sejauh boleh dibawa pulang?
-- Satu baris per baris lembar, dengan isinya menurut kolom. Yang tidak jelas berklasifikasi biasa dan kolom yang tertutup
-- tidak ikut.
with rahasia as (
    select distinct instansi, tab
    from kolom
    where kolom = 'klasifikasi'
)
select
    b.instansi,
    b.tab,
    b.baris as urutan,
    nomor_baris(b.baris) as baris,
    json_group_object(k.kolom, b.isi -> k.kolom) as isi,
    coalesce(list(k.kolom order by k.urutan) filter (where list_contains(b.kolom_rusak, k.kolom)), []) as kolom_rusak
from isi_baris as b
join kolom as k using (instansi, tab)
left join rahasia as r using (instansi, tab)
where not k.tertutup and (r.tab is null or coalesce(b.isi ->> 'klasifikasi', '') = 'biasa')
group by b.instansi, b.tab, b.baris
order by b.instansi, b.tab, b.baris
