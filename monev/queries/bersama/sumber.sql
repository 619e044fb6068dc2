-- Dari tab mana angka dan pembandingan tiap halaman berasal, berapa umur datanya, dan berapa temuannya?
-- Satu baris per halaman dan instansi, urutannya tetap; pembandingan yang hanya petunjuk tidak ikut.
with dipakai as (
    select halaman, instansi, tab
    from tab_halaman
    union
    select p.halaman, r.instansi, r.tab
    from pembandingan_tab as r
    join pembandingan as p using (kode)
    where not p.petunjuk
),
temuan_tab as (
    select instansi, tab, count(*) as temuan
    from temuan
    where perlu_dibenahi(bobot)
    group by instansi, tab
)
select
    d.halaman,
    d.instansi,
    i.urutan,
    i.nama,
    list(t.judul order by t.judul) as tab,
    max(t.tanggal_data) as tanggal_data,
    hari_ini() - max(t.tanggal_data) as umur_hari,
    coalesce(sum(n.temuan), 0)::bigint as temuan
from dipakai as d
join instansi as i using (instansi)
join tab as t on t.instansi = d.instansi and t.tab = d.tab
left join temuan_tab as n on n.instansi = d.instansi and n.tab = d.tab
group by d.halaman, d.instansi, i.urutan, i.nama
order by d.halaman, i.urutan
