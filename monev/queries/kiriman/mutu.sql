-- Seberapa lengkap dan terbaca lembar tiap instansi, dan berapa temuannya, untuk rekap semua daerah?
-- Satu baris per instansi: terlihat = terhitung + ditahan + tata letak. Hanya hitungannya, tanpa isi baris mana pun.
with isi as (
    select
        instansi,
        sum(terlihat)::bigint as terlihat,
        sum(terhitung)::bigint as terhitung,
        sum(ditahan)::bigint as ditahan,
        sum(tata_letak)::bigint as tata_letak
    from tab
    group by instansi
),
temuan_per as (
    select
        instansi,
        count(*) filter (where bobot = 'tolak') as tolak,
        count(*) filter (where bobot = 'periksa') as periksa
    from temuan
    group by instansi
)
select
    r.instansi,
    r.status,
    isi.terlihat,
    isi.terhitung,
    isi.ditahan,
    isi.tata_letak,
    coalesce(t.tolak, 0)::bigint as temuan_tolak,
    coalesce(t.periksa, 0)::bigint as temuan_periksa,
    r.diubah::date as diubah,
    b.keadaan as data_benar
from ringkasan_instansi as r
left join isi using (instansi)
left join temuan_per as t using (instansi)
left join data_benar_rapat as b using (instansi)
order by r.urutan, r.instansi
