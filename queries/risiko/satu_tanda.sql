-- Kelurahan mana yang membawa tanda, tetapi belum sampai didahulukan?
-- Satu baris untuk tiap susunan tanda yang sama, yang terbanyak lebih dulu.
select
    format('{} risiko: {} kelurahan', kapital(terbilang(any_value(skor))), bilangan(count(*))) as kelurahan,
    null as kecamatan,
    tanda,
    string_agg(kelurahan, ', ' order by kelurahan) as keterangan
from risiko_prioritas
where not didahulukan
group by tanda
order by count(*) desc, keterangan
