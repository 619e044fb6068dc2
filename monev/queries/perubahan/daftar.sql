-- Apa saja yang berubah di lembar instansi sejak potret sebelumnya, sel demi sel?
-- Satu baris per baris lembar, kolom, atau tab; yang paling perlu dilihat lebih dulu. Baris terbatas hanya dihitung.
with dipakai as (
    select distinct instansi, tab, unnest(kolom) as kolom
    from cakupan
),
sel_per_baris as (
    select
        s.instansi,
        s.tab,
        s.baris,
        bool_or(d.kolom is not null) as dipakai,
        list(
            {
                'kolom': s.kolom,
                'judul': k.judul,
                'sel': s.sel,
                'dulu_tertulis': s.dulu_tertulis,
                'tertulis': s.tertulis
            }
            order by d.kolom is null, s.urutan
        ) as sel_berubah
    from perubahan_sel as s
    join kolom as k using (instansi, tab, kolom)
    left join dipakai as d using (instansi, tab, kolom)
    where not s.tanggal_saja and not s.terbatas
    group by s.instansi, s.tab, s.baris
),
semua as (
    select instansi, tab, kolom, ragam
    from perubahan_bentuk
    union all by name
    select b.instansi, b.tab, b.ragam, b.baris, b.dulu_baris, b.sebutan, b.alasan, b.angka_lama, s.dipakai, s.sel_berubah
    from perubahan_baris as b
    left join sel_per_baris as s using (instansi, tab, baris)
    where b.ragam <> 'tanggal_saja' and not b.terbatas
)
select
    s.instansi,
    i.nama,
    s.tab,
    j.judul as judul_tab,
    k.judul as judul_kolom,
    s.ragam,
    s.baris,
    s.dulu_baris,
    s.sebutan,
    s.alasan,
    coalesce(s.angka_lama, false) as angka_lama,
    s.sel_berubah,
    alamat_sel(t.tautan, coalesce(s.sel_berubah[1].sel, 'A' || nomor_baris(s.baris))) as tautan,
    case
        when s.ragam in ('tab_hilang', 'kolom_hilang') then 1
        when s.angka_lama and s.dipakai then 2
        when s.ragam in ('hilang', 'kini_tertahan', 'nihil') then 3
        when s.dipakai then 4
        when s.ragam = 'baru_tertahan' or s.angka_lama then 5
        when s.ragam in ('baru', 'kini_terbaca') then 6
        when s.ragam = 'diubah' then 7
        else 8
    end as penting
from semua as s
join instansi as i using (instansi)
join sebutan_tab as j using (instansi, tab)
left join tab as t using (instansi, tab)
left join kolom as k using (instansi, tab, kolom)
order by penting, i.urutan, judul_tab, coalesce(s.baris, s.dulu_baris), s.baris is null, s.dulu_baris, k.urutan
