-- Atas dasar apa bentuk pelanggaran ASN digolongkan?
-- Satu baris per jenis dan dasar; tanpa baris bila data rujukannya tidak menyebut dasar.
select
    if(jenis = 'etik', 'Etik', 'Disiplin') as jenis,
    string_agg(kode || ' ' || uraian, '; ' order by len(kode), kode) as bentuk,
    dasar
from bentuk_pelanggaran
where dasar is not null
group by jenis, dasar
order by jenis desc
