-- Bagaimana pola itu dikatakan dalam satu tarikan napas?
-- Satu baris bila Bawaslu mencatat kasus.
select string_agg(bagian, ' ' order by ke) as kalimat
from (
    select
        1 as ke,
        'Perbuatan ' || string_agg(label || ': ' || bilangan(jumlah) || ' kasus', '; ' order by label) || '.' as bagian
    from netralitas_pola
    where kelompok = 'Waktu perbuatan'
    having count(*) > 0
    union all
    select
        2,
        'Lewat media sosial: ' || bilangan(coalesce(sum(jumlah) filter (where label = 'media sosial'), 0)::bigint) || ' dari '
            || bilangan(max(dari)) || '.'
    from netralitas_pola
    where kelompok = 'Media'
    having count(*) > 0
)
having count(*) > 0
