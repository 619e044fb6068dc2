-- Naskah mana yang polanya sekaligus, padahal pencairannya ditulis dalam beberapa tahap?
-- Satu baris per naskah; penerima yang bernaskah lebih dari satu dapat dibayar sekali untuk tiap naskahnya.
with tahap as (
    select penerima, count(distinct tahap_pencairan) as banyak
    from bpkpd__pencairan
    group by penerima
),
naskah as (
    select penerima, min(baris) as baris
    from bpkpd__nphd
    group by penerima
    having count(*) = 1 and bool_and(pola_pencairan = 'sekaligus')
)
select
    'bpkpd' as instansi,
    'nphd' as tab,
    n.baris,
    'pola_pencairan' as kolom,
    'Polanya sekaligus, padahal tab Pencairan mencatat ' || terbilang(t.banyak) || ' tahap untuk penerima ini.' as alasan,
    'tulis Bertahap, atau periksa tahap pencairannya' as saran
from naskah as n
join tahap as t using (penerima)
where t.banyak > 1
