-- Bagaimana pola itu dikatakan dalam satu tarikan napas?
-- Satu baris bila Bawaslu mencatat kasus.
select string_agg(bagian, ' ' order by ke) as kalimat
from (
    select
        1 as ke,
        format('Perbuatan {}.', string_agg(format('{}: {} kasus', label, bilangan(jumlah)), '; ' order by label)) as bagian
    from netralitas_pola
    where kelompok = 'Waktu perbuatan'
    having count(*) > 0
    union all
    select
        2,
        format(
            'Lewat media sosial: {} dari {}.',
            bilangan(coalesce(sum(jumlah) filter (where label = 'media sosial'), 0)::bigint), bilangan(max(dari))
        )
    from netralitas_pola
    where kelompok = 'Media'
    having count(*) > 0
)
having count(*) > 0
