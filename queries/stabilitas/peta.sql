-- Di mana potensi konflik tinggi atau sedang, dan di mana kejadian belum selesai?
-- Satu baris per kelurahan. Kejadian terbatas tidak ikut, supaya tempatnya tidak terbaca dari peta.
with terbuka as (
    select kelurahan, count(*) as jumlah
    from kejadian
    where kejadian.terbuka and not terbatas and kelurahan is not null
    group by kelurahan
)
select
    -- Yang terbatas, dan yang tempatnya belum jelas.
    (select count(*) from kejadian where kejadian.terbuka) - coalesce(sum(k.jumlah) over (), 0) as luar_peta,
    w.kelurahan,
    w.kecamatan,
    w.petak_kolom,
    w.petak_baris,
    w.nama_petak,
    list_position(['rendah', 'sedang', 'tinggi'], p.tingkat_potensi) - 1 as tingkat,
    coalesce(k.jumlah, 0) as jumlah,
    if(k.jumlah > 0, bilangan(k.jumlah), '') as label,
    coalesce('Potensi ' || p.tingkat_potensi, 'Potensi belum diketahui')
        || if(k.jumlah > 0, '; ' || terbilang(k.jumlah) || ' kejadian belum selesai', '') as keterangan
from wilayah as w
left join potensi as p using (kelurahan)
left join terbuka as k using (kelurahan)
order by w.petak_baris, w.petak_kolom
