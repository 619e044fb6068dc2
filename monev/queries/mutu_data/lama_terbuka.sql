-- Berapa lama temuan terbuka, dan berapa lama biasanya sampai diperbaiki?
-- Satu baris per instansi, semua dalam bentuk yang sama. "Sekarang" ialah saat potret dibuat, pada tanggal acuannya.
with terbuka as (
    select instansi, count(*) as terbuka
    from temuan
    where perlu_dibenahi(bobot)
    group by instansi
),
tertua as (
    -- Yang ikut hanya temuan yang masih terlihat; tab yang hilang menyimpan temuannya, tetapi tidak memperlihatkannya.
    select r.instansi, hari_ini() - min(r.sejak)::date as tertua_hari
    from riwayat_temuan as r
    semi join temuan as t
        on tempat_temuan(t) is not distinct from tempat_temuan(r) and t.alasan = r.alasan
    where r.selesai is null
    group by r.instansi
),
selesai as (
    -- Riwayat hanya menyimpan yang diperbaiki dalam 30 hari terakhir.
    select
        r.instansi,
        median(date_diff('second', r.sejak, r.selesai) / 3600) as biasanya_jam,
        count(*) filter (where r.selesai = m.tanggal_acuan + m.dibuat::time) as sejak_sinkron
    from riwayat_temuan as r, meta as m
    where r.selesai is not null and r.instansi not in (select instansi from tanpa_lembar)
    group by r.instansi
)
select
    i.instansi,
    coalesce(b.terbuka, 0) as terbuka,
    t.tertua_hari,
    s.biasanya_jam,
    coalesce(s.sejak_sinkron, 0) as diperbaiki_sejak_sinkron,
    if(d.sejak is null, null, d.diperbaiki) as diperbaiki
from instansi as i
left join terbuka as b using (instansi)
left join tertua as t using (instansi)
left join selesai as s using (instansi)
join mutu_data_diperbaiki as d using (instansi)
order by i.urutan
