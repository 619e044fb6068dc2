-- Baris lembar mana yang dihitung tiap angka, mana yang belum ikut, dan di sel mana isinya?
-- Satu baris per angka dan baris lembar, lima tiap tab dan keadaan, yang paling bawah di lembarnya lebih dulu: di sana yang
-- terbaru. Baris yang terbatas hanya dihitung: isinya kosong di sini. Kolom yang tertutup tidak ikut.
with klasifikasi as (
    select b.instansi, b.tab, b.baris, coalesce(
        if(b.kelas = 'ditahan', rapi(b.tulisan ->> 'klasifikasi'), b.isi ->> 'klasifikasi'), ''
    ) <> 'biasa' as terbatas
    from baris_lembar as b
    join kolom as k on k.instansi = b.instansi and k.tab = b.tab and k.kolom = 'klasifikasi'
),
semua as (
    select
        c.kode,
        b.instansi,
        b.tab,
        b.baris,
        c.kolom,
        b.alasan,
        b.kelas = 'terhitung' and (utuh(b.kolom_rusak, c.kolom) or l.baris is not null) as terhitung,
        coalesce(l.dipakai, true) as dipakai,
        coalesce(k.terbatas, false) as terbatas
    from cakupan as c
    join baris as b using (instansi, tab)
    left join klasifikasi as k using (instansi, tab, baris)
    left join baris_di_luar_rumus as l
        on l.kode = c.kode and l.instansi = c.instansi and l.tab = c.tab and l.baris = b.baris
    where b.kelas <> 'tata_letak'
),
dipilih as (
    select
        *,
        count(*) over sekelompok as sekeadaan,
        count_if(terbatas) over sekelompok as terbatas_semua
    from semua
    window sekelompok as (partition by kode, instansi, tab, terhitung, dipakai)
    qualify row_number() over (
        partition by kode, instansi, tab, terhitung, dipakai order by terbatas, baris desc
    ) <= 5
)
select
    d.kode,
    d.instansi,
    a.nama,
    a.urutan,
    d.tab,
    t.judul as judul_tab,
    d.baris,
    d.terhitung,
    d.dipakai,
    d.terbatas,
    d.sekeadaan,
    d.terbatas_semua,
    -- Baris kiriman tidak bernomor di lembar mana pun: yang disebut pengirimnya.
    if(d.terbatas or p.baris is not null, null, nomor_baris(d.baris)) as nomor,
    if(d.terbatas, null, d.alasan) as alasan,
    coalesce(any_value(p.pengirim), string_agg(s.tertulis, ', ' order by k.urutan) filter (where k.kunci and not k.tertutup)) as sebutan,
    list({'judul': k.judul, 'sel': s.sel, 'tertulis': s.tertulis} order by k.urutan) filter (
        where list_contains(d.kolom, s.kolom) and not k.kunci and not k.tertutup
    ) as sel_dipakai,
    t.tautan
from dipilih as d
join instansi as a using (instansi)
left join tab as t using (instansi, tab)
left join pengirim as p on p.instansi = d.instansi and p.tab = d.tab and p.baris = d.baris
left join sel as s on s.instansi = d.instansi and s.tab = d.tab and s.baris = d.baris and not d.terbatas
left join kolom as k on k.instansi = s.instansi and k.tab = s.tab and k.kolom = s.kolom
group by all
order by d.kode, a.urutan, t.judul, d.tab, d.terhitung, d.dipakai desc, d.terbatas, d.baris desc
