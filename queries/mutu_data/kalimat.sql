-- Berapa baris yang terhitung dari semua instansi, dan berapa yang belum terbaca?
-- Satu baris.
select
    case
        when sum(baris) = 0 then 'Belum ada baris data yang dilaporkan.'
        when sum(ditahan) = 0 and sum(temuan) = 0 then 'Semua ' || bilangan(sum(baris)::bigint) || ' baris terhitung, tanpa temuan.'
        when sum(ditahan) = 0 then 'Semua ' || bilangan(sum(baris)::bigint) || ' baris terhitung; '
            || bilangan(sum(temuan)::bigint) || ' temuan masih terbuka.'
        else bilangan(sum(terhitung)::bigint) || ' dari ' || bilangan(sum(baris)::bigint) || ' baris terhitung; '
            || bilangan(sum(ditahan)::bigint) || ' belum. ' || bilangan(sum(temuan)::bigint) || ' temuan masih terbuka.'
    end as kalimat,
    sum(baris)::bigint as baris,
    sum(terhitung)::bigint as terhitung,
    sum(ditahan)::bigint as ditahan,
    sum(temuan)::bigint as temuan
from ringkasan_instansi
