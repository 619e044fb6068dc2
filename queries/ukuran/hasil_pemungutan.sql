-- Berapa persen pemilih yang menggunakan hak pilihnya, dan berapa persen suara yang tidak sah, di seluruh daerah?
-- Satu baris per ukuran, dari kelurahan yang kedua angkanya diketahui; dibagi_dpt memakai pembagi pemilihan sebelumnya.
with tiap_kelurahan as (
    select 'partisipasi_persen' as kode, pengguna as bagian, pemilih as seluruh
    from partisipasi_kelurahan
    union all
    select 'dibagi_dpt', pengguna, if(pemilih is not null, pemilih_dpt, null)
    from partisipasi_kelurahan
    union all
    select 'suara_tidak_sah_persen', tidak_sah, pengguna
    from partisipasi_kelurahan
),
jumlah as (
    select
        kode,
        sum(bagian) filter (where seluruh is not null)::bigint as bagian,
        sum(seluruh) filter (where bagian is not null)::bigint as seluruh,
        count(bagian + seluruh) as dihitung,
        count(*) as semua
    from tiap_kelurahan
    group by kode
)
select
    kode,
    bagian,
    seluruh,
    100.0 * bagian / nullif(seluruh, 0) as persen,
    dihitung,
    dihitung < semua as sebagian,
    if(sebagian, format('{} dari {} kelurahan', bilangan(dihitung), bilangan(semua)), null) as landasan_sebagian,
    -- Di belakang angka yang tidak dari semua kelurahan.
    coalesce(' di ' || landasan_sebagian, '') as di_sebagian
from jumlah
