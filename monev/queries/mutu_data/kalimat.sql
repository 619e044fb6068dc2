-- Berapa baris yang terhitung dari semua instansi, dan berapa yang belum terbaca?
-- Satu baris.
with jumlah as (
    select
        sum(baris)::bigint as baris,
        sum(terhitung)::bigint as terhitung,
        sum(ditahan)::bigint as ditahan,
        sum(temuan)::bigint as temuan
    from ringkasan_instansi
)
select
    case
        when baris = 0 then 'Belum ada baris data yang dilaporkan.'
        when ditahan = 0 and temuan = 0 then format('Semua {} baris terhitung, tanpa temuan.', bilangan(baris))
        else if(
            ditahan = 0,
            format('Semua {} baris terhitung; ', bilangan(baris)),
            format('{} dari {} baris terhitung; {} belum. ', bilangan(terhitung), bilangan(baris), bilangan(ditahan))
        ) || format('{} temuan masih terbuka.', bilangan(temuan))
    end as kalimat,
    *
from jumlah
