-- Baris mana yang sama pada kedua saat, mana yang baru, dan mana yang tidak ada lagi?
-- Satu baris per pasangan; nomor baris kosong pada saat barisnya tidak ada.
with kini as (select *, baris as kini from baris_dua_saat where saat = 'kini'),
dulu as (select *, baris as dulu from baris_dua_saat where saat = 'dulu'),
tetap as (
    select instansi, tab, kini, dulu
    from kini as k
    join dulu as d using (instansi, tab, kunci_baca)
    where k.kelas = 'terhitung' and d.kelas = 'terhitung'
),
-- Kunci baris yang tertahan tidak pasti terbaca: ia dicari menurut tulisannya, baru kemudian menurut tempatnya.
setulisan as (
    from tetap
    union all by name
    select instansi, tab, kini, dulu
    from kini as k
    join dulu as d using (instansi, tab, kunci_tulis)
    anti join tetap using (instansi, tab, kini)
    anti join tetap using (instansi, tab, dulu)
    where 'ditahan' in (k.kelas, d.kelas)
),
setempat as (
    from setulisan
    union all by name
    select instansi, tab, kini, dulu
    from kini as k
    join dulu as d using (instansi, tab, baris)
    anti join setulisan using (instansi, tab, kini)
    anti join setulisan using (instansi, tab, dulu)
    where 'ditahan' in (k.kelas, d.kelas) and k.kunci_tulis <> d.kunci_tulis
),
-- Kunci yang satu bagiannya tadinya kosong, misalnya nomor SP2D: barisnya sama bila hanya satu yang cocok di tiap saat.
dilengkapi as (
    select instansi, tab, kini, dulu
    from kini as k
    join dulu as d using (instansi, tab)
    anti join setempat using (instansi, tab, kini)
    anti join setempat using (instansi, tab, dulu)
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
    from setempat
    union all by name
    from dilengkapi
)
from berpasangan
union all by name
select instansi, tab, kini from kini anti join berpasangan using (instansi, tab, kini)
union all by name
select instansi, tab, dulu from dulu anti join berpasangan using (instansi, tab, dulu)
