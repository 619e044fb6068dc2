-- Baris mana yang ada di lembar sekarang dan pada potret sebelumnya, dan dengan kunci apa ia dikenali?
-- Satu baris per baris data dan saat. Kunci: menurut kontrak, tanpa beda huruf besar dan spasi; tidak pernah nomor barisnya.
with dua as (
    select 'kini' as saat, * from baris_lembar
    union all by name
    select 'dulu' as saat, * from lampau.baris_lembar
),
kunci as (
    select instansi, tab, kolom, urutan
    from kolom
    where kunci
        and exists (from lampau.meta)
        and not exists (
            from perubahan_bentuk as p
            where p.instansi = kolom.instansi and p.tab = kolom.tab and p.baris_lepas
        )
),
rahasia as (
    select distinct instansi, tab
    from kolom
    where kolom = 'klasifikasi'
)
select
    saat,
    instansi,
    tab,
    baris,
    kelas,
    any_value(alasan) as alasan,
    any_value(kolom_rusak) as kolom_rusak,
    any_value(isi) as isi,
    any_value(tulisan) as tulisan,
    list(coalesce(rapi(isi ->> kolom), '') order by k.urutan) as kunci_baca,
    list(coalesce(rapi(tulisan ->> kolom), '') order by k.urutan) as kunci_tulis,
    array_to_string(
        list(coalesce(tulisan ->> kolom, isi ->> kolom) order by k.urutan) filter (
            where coalesce(tulisan ->> kolom, isi ->> kolom) is not null
        ),
        ', '
    ) as sebutan,
    -- Yang tidak jelas berklasifikasi biasa hanya dihitung; dari baris yang tertahan hanya tulisannya yang diketahui.
    any_value(r.tab) is not null and coalesce(
        any_value(if(kelas = 'ditahan', rapi(tulisan ->> 'klasifikasi'), isi ->> 'klasifikasi')), ''
    ) <> 'biasa' as terbatas
from dua
join kunci as k using (instansi, tab)
left join rahasia as r using (instansi, tab)
group by saat, instansi, tab, baris, kelas
