-- Sudahkah tiap lembaga menyatakan datanya benar sejak rapat sebelumnya, dan berubahkah lembarnya sesudah itu?
-- Satu baris per lembaga yang punya lembar; kosong untuk rapat dari versi yang belum menanyakannya. Berubah selagi potretnya tetap, jadi
-- ditanyakan lagi setiap kali; pada rapat yang dibekukan tetap seperti waktu itu.
with ucapan as (
    select distinct on (d.instansi) d.instansi, d.dicatat, d.peran, d.temuan, d.isi
    from data_benar as d
    cross join meta as m
    -- Yang dinyatakan atas potret yang lebih baru bukan tentang angka ini, dan yang untuk rapat lalu sudah lewat.
    where d.potret <= m.id and coalesce(date_trunc('second', d.dicatat) > (select dibekukan from lampau.rapat), true)
    order by d.instansi, d.dicatat desc, d.id desc
),
terakhir as (
    -- Yang ditarik kembali tidak menyebut isi lembarnya.
    select * from ucapan where isi is not null
),
terbuka as (
    select instansi, count(*)::integer as temuan_kini
    from temuan
    where perlu_dibenahi(bobot)
    group by instansi
),
semua as (
    select
        i.instansi,
        case
            when t.dicatat is null then 'belum'
            when t.isi = l.isi then 'benar'
            else 'berubah'
        end as keadaan,
        t.dicatat,
        t.peran,
        t.temuan,
        l.isi
    from instansi as i
    left join isi_lembar as l using (instansi)
    left join terakhir as t using (instansi)
    where (select count(*) from rapat) = 0 and i.instansi not in (select instansi from tanpa_lembar)
    union all by name
    select instansi, keadaan, dicatat, peran, temuan
    from data_benar_rapat
)
select
    s.*,
    i.nama,
    i.urutan,
    coalesce(t.temuan_kini, 0) as temuan_kini,
    (select id from meta) as potret
from semua as s
join instansi as i using (instansi)
left join terbuka as t using (instansi)
order by i.urutan
