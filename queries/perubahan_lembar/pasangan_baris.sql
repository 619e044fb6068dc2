-- Baris mana yang sama pada kedua saat, mana yang baru, dan mana yang tidak ada lagi?
-- Satu baris per pasangan; nomor baris kosong pada saat barisnya tidak ada.
with kini as (from baris_dua_saat where saat = 'kini'),
dulu as (from baris_dua_saat where saat = 'dulu'),
tetap as (
    select instansi, tab, k.baris as kini, d.baris as dulu
    from kini as k
    join dulu as d using (instansi, tab, kunci_baca)
    where k.kelas = 'terhitung' and d.kelas = 'terhitung'
),
-- Kunci baris yang tertahan tidak pasti terbaca: ia dicari menurut tulisannya, baru kemudian menurut tempatnya.
setulisan as (
    select instansi, tab, k.baris as kini, d.baris as dulu
    from kini as k
    join dulu as d using (instansi, tab, kunci_tulis)
    where (k.kelas = 'ditahan' or d.kelas = 'ditahan')
        and not exists (from tetap as t where t.instansi = k.instansi and t.tab = k.tab and t.kini = k.baris)
        and not exists (from tetap as t where t.instansi = d.instansi and t.tab = d.tab and t.dulu = d.baris)
),
setempat as (
    select instansi, tab, baris as kini, baris as dulu
    from kini as k
    join dulu as d using (instansi, tab, baris)
    where (k.kelas = 'ditahan' or d.kelas = 'ditahan')
        and k.kunci_tulis <> d.kunci_tulis
        and not exists (from tetap as t where t.instansi = k.instansi and t.tab = k.tab and t.kini = k.baris)
        and not exists (from tetap as t where t.instansi = d.instansi and t.tab = d.tab and t.dulu = d.baris)
        and not exists (from setulisan as s where s.instansi = k.instansi and s.tab = k.tab and s.kini = k.baris)
        and not exists (from setulisan as s where s.instansi = d.instansi and s.tab = d.tab and s.dulu = d.baris)
),
tertemukan as (
    from tetap
    union all by name
    from setulisan
    union all by name
    from setempat
),
-- Kunci yang satu bagiannya tadinya kosong, misalnya nomor SP2D: barisnya sama bila hanya satu yang cocok di tiap saat.
dilengkapi as (
    select instansi, tab, k.baris as kini, d.baris as dulu
    from kini as k
    join dulu as d using (instansi, tab)
    anti join tertemukan as tk on tk.instansi = k.instansi and tk.tab = k.tab and tk.kini = k.baris
    anti join tertemukan as td on td.instansi = k.instansi and td.tab = k.tab and td.dulu = d.baris
    where k.kelas = 'terhitung'
        and d.kelas = 'terhitung'
        and (list_contains(k.kunci_baca, '') or list_contains(d.kunci_baca, ''))
        and list_bool_or(list_transform(
            list_zip(k.kunci_baca, d.kunci_baca), lambda dua: dua[1] <> '' and dua[1] = dua[2]
        ))
        and list_bool_and(list_transform(
            list_zip(k.kunci_baca, d.kunci_baca), lambda dua: dua[1] = dua[2] or dua[1] = '' or dua[2] = ''
        ))
    qualify count(*) over (partition by instansi, tab, kini) = 1
        and count(*) over (partition by instansi, tab, dulu) = 1
),
berpasangan as (
    from tertemukan
    union all by name
    from dilengkapi
)
from berpasangan
union all by name
select instansi, tab, baris as kini, null as dulu
from kini as k
where not exists (from berpasangan as p where p.instansi = k.instansi and p.tab = k.tab and p.kini = k.baris)
union all by name
select instansi, tab, null as kini, baris as dulu
from dulu as d
where not exists (from berpasangan as p where p.instansi = d.instansi and p.tab = d.tab and p.dulu = d.baris)
