-- Sel mana yang nilainya berubah, pada baris yang terhitung di kedua saat?
-- Satu baris per sel. Yang dibandingkan nilai yang terbaca; sel yang tidak terbaca dibandingkan menurut tulisannya.
with pasangan as (
    select
        p.instansi,
        p.tab,
        k.baris,
        k.isi,
        k.tulisan,
        k.kolom_rusak,
        k.terbatas or d.terbatas as terbatas,
        k.sebutan,
        d.isi as dulu_isi,
        d.tulisan as dulu_tulisan,
        d.kolom_rusak as dulu_kolom_rusak
    from pasangan_baris as p
    join baris_dua_saat as k on k.saat = 'kini' and k.instansi = p.instansi and k.tab = p.tab and k.baris = p.kini
    join baris_dua_saat as d on d.saat = 'dulu' and d.instansi = p.instansi and d.tab = p.tab and d.baris = p.dulu
    where k.kelas = 'terhitung' and d.kelas = 'terhitung'
),
sel_dua as (
    select
        p.*,
        o.kolom,
        o.urutan,
        h.huruf,
        o.tertutup,
        o.jenis = 'majemuk' as majemuk,
        case
            when list_contains(kolom_rusak, o.kolom) then rapi(tulisan ->> o.kolom)
            when majemuk then list_sort(from_json(isi -> o.kolom, '["VARCHAR"]'))::varchar
            else rapi(isi ->> o.kolom)
        end as nilai,
        case
            when list_contains(dulu_kolom_rusak, o.kolom) then rapi(dulu_tulisan ->> o.kolom)
            when majemuk then list_sort(from_json(dulu_isi -> o.kolom, '["VARCHAR"]'))::varchar
            else rapi(dulu_isi ->> o.kolom)
        end as dulu_nilai
    from pasangan as p
    join kolom as o using (instansi, tab)
    join kolom_lembar as h using (instansi, tab, kolom)
    join lampau.kolom_lembar as dh using (instansi, tab, kolom)
)
select
    instansi,
    tab,
    baris,
    kolom,
    urutan,
    huruf || nomor_baris(baris) as sel,
    sebutan,
    -- Jumlah kecil di satu kelurahan dapat menunjuk orang: bahwa berubah boleh diketahui, dari berapa ke berapa tidak.
    if(tertutup, '(tidak ditampilkan)', coalesce(dulu_tulisan ->> kolom, dulu_isi ->> kolom)) as dulu_tertulis,
    if(tertutup, '(tidak ditampilkan)', coalesce(tulisan ->> kolom, isi ->> kolom)) as tertulis,
    terbatas,
    -- Tanggal data yang hanya maju berarti barisnya diperbarui.
    kolom = 'tanggal_data' and coalesce(dulu_nilai <= nilai, dulu_nilai is null)
        and not list_contains(kolom_rusak, kolom) as tanggal_saja,
    -- Isi yang menurut barisnya sendiri sudah berlaku pada hari potret sebelumnya, tetapi lain dari yang dibaca waktu itu.
    coalesce((isi ->> 'tanggal_data')::date <= (select tanggal_acuan from lampau.meta), false) as angka_lama
from sel_dua
where nilai is distinct from dulu_nilai
    -- Sel yang tulisannya sama tidak diubah siapa pun, juga bila kini dibaca lain.
    and (rapi(tulisan ->> kolom) is distinct from rapi(dulu_tulisan ->> kolom) or (tulisan ->> kolom) is null)
