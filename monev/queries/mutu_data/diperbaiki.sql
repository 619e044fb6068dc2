-- Berapa temuan yang sudah diperbaiki sejak potret rapat sebelumnya?
-- Satu baris per instansi. Dihitung dari riwayat, bukan dari beda dua potret: temuan yang hanya bergeser barisnya belum
-- diperbaiki, dan yang muncul lalu diperbaiki di antara dua rapat ikut terhitung.
-- Potret tanpa riwayat tidak mengetahuinya.
select
    i.instansi,
    if(d.dicatat and i.instansi not in (select instansi from tanpa_lembar), count(r.instansi), null) as diperbaiki,
    (select tanggal_acuan from lampau.meta) as sejak
from instansi as i
cross join (
    select exists (from riwayat_temuan) or not exists (from temuan where perlu_dibenahi(bobot)) as dicatat
) as d
left join riwayat_temuan as r
    on r.instansi = i.instansi and r.selesai::date > (select tanggal_acuan from lampau.meta)
group by i.instansi, i.urutan, d.dicatat
order by i.urutan
