-- Kejadian tinggi mana yang belum selesai?
-- Satu baris per kejadian; yang terbatas hanya jumlahnya, satu baris tiap keadaan.
with dihitung as (
    select *, tingkat = 'tinggi' and utuh(kolom_rusak, ['tingkat', 'status']) as memberatkan
    from kejadian
    where terbuka
)
select * exclude (tanggal)
from (
    select
        id_kejadian as hal,
        concat_ws('; ', isu, coalesce(kelurahan, 'Kec. ' || kecamatan), tgl(tanggal_kejadian)) as keterangan,
        memberatkan,
        1 as jumlah,
        tanggal_kejadian as tanggal
    from dihitung
    where not terbatas
    union all by name
    select
        'Kejadian terbatas' as hal,
        bilangan(count(*)) || ' dihitung, tidak ditampilkan' as keterangan,
        memberatkan,
        count(*) as jumlah
    from dihitung
    where terbatas
    group by memberatkan
)
order by memberatkan desc nulls last, tanggal desc nulls last, hal
