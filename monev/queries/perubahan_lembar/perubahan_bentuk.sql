-- Tab atau kolom mana yang terbaca pada satu saat saja, dan tab mana yang kini nihil?
-- Satu baris per tab atau kolom. `baris_lepas`: barisnya tidak dapat dibandingkan satu per satu, jadi cukup dikatakan sekali.
with tab_dua as (
    -- Tab yang boleh tidak ada tidak punya baris selama tidak ada.
    select
        instansi,
        tab,
        coalesce(k.status = 'ada', false) as kini,
        coalesce(d.status = 'ada', false) as dulu,
        coalesce(k.nihil and not d.nihil, false) as kini_nihil
    from tab as k
    full join lampau.tab as d using (instansi, tab)
    where exists (from lampau.meta)
),
kolom_dua as (
    select
        instansi,
        tab,
        o.kolom,
        k.huruf is not null as kini,
        -- Baris yang tidak diketahui tempatnya (kunci, wilayah) tidak dapat dicari pasangannya.
        o.kunci or o.jenis in ('kec', 'kel') as baris_lepas
    from tab_dua as t
    join kolom as o using (instansi, tab)
    left join kolom_lembar as k using (instansi, tab, kolom)
    left join lampau.kolom_lembar as d using (instansi, tab, kolom)
    where t.kini and t.dulu and (k.huruf is null) <> (d.huruf is null)
)
select instansi, tab, null as kolom, if(kini, 'tab_terbaca', 'tab_hilang') as ragam, true as baris_lepas
from tab_dua
where kini <> dulu
union all by name
select instansi, tab, null as kolom, 'nihil' as ragam, false as baris_lepas
from tab_dua
where kini and dulu and kini_nihil
union all by name
select instansi, tab, kolom, if(kini, 'kolom_terbaca', 'kolom_hilang') as ragam, baris_lepas
from kolom_dua
