-- Sebaik apa isi lembar tiap lembaga di daerah yang melapor?
-- Satu baris per lembaga daerah.
select
    instansi,
    count(*) as daerah,
    sum(terlihat)::bigint as terlihat,
    sum(terhitung)::bigint as terhitung,
    sum(ditahan)::bigint as ditahan,
    sum(temuan_tolak)::bigint as temuan_tolak,
    sum(temuan_periksa)::bigint as temuan_periksa,
    count(*) filter (where data_benar = 'benar') as data_benar
from daerah__mutu
group by instansi
order by instansi
