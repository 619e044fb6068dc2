-- Penerima hibah mana yang belanjanya melebihi seluruh dana yang diterima?
-- Satu baris per penerima, pada baris dengan belanja kumulatif terbesar.
with diterima as (
    select 'kpu' as instansi, * from kpu__hibah
    union all by name
    select 'bawaslu' as instansi, * from bawaslu__hibah
),
jumlah as (
    select
        instansi,
        arg_max(baris, (belanja_kumulatif, baris)) as baris,
        max(belanja_kumulatif) as belanja,
        sum(nilai_diterima)::bigint as diterima
    from diterima
    group by instansi
    -- Dana yang belum terbaca membuat jumlah diterima tampak terlalu kecil.
    having bool_and(utuh(kolom_rusak, ['nilai_diterima']))
)
select
    j.instansi,
    'hibah' as tab,
    j.baris,
    'belanja_kumulatif' as kolom,
    'Belanja kumulatif ' || rupiah(j.belanja) || ' lebih besar daripada seluruh dana diterima '
        || rupiah(j.diterima) || '.' as alasan,
    'periksa belanja kumulatif dan nilai diterima' as saran
from jumlah as j
join tab as t on t.instansi = j.instansi and t.tab = 'hibah'
where j.belanja > j.diterima and t.ditahan = 0
