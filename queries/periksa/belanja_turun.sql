-- Di baris hibah mana belanja kumulatif lebih kecil daripada sebelumnya?
-- Satu baris per baris lembar. Jumlah sejak awal tidak pernah berkurang.
with hibah as (
    select 'kpu' as instansi, tanggal_masuk, baris, belanja_kumulatif from kpu__hibah
    union all
    select 'bawaslu', tanggal_masuk, baris, belanja_kumulatif from bawaslu__hibah
),
berurut as (
    select
        *,
        lag(belanja_kumulatif) over (partition by instansi order by tanggal_masuk, baris) as sebelumnya,
        lag(tanggal_masuk) over (partition by instansi order by tanggal_masuk, baris) as tanggal_sebelumnya
    from hibah
    where belanja_kumulatif is not null and tanggal_masuk is not null
)
select
    instansi,
    'hibah' as tab,
    baris,
    'belanja_kumulatif' as kolom,
    'Belanja kumulatif ' || rupiah(belanja_kumulatif) || ' lebih kecil daripada penerimaan sebelumnya, '
        || rupiah(sebelumnya) || ', padahal dihitung sejak awal.' as alasan,
    'periksa kedua angka itu; tulis seluruh belanja sejak awal' as saran
from berurut
where belanja_kumulatif < sebelumnya and tanggal_masuk > tanggal_sebelumnya
