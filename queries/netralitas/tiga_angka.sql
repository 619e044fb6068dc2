-- Berapa kasus netralitas ASN menurut masing-masing dari tiga lembaga?
-- Satu baris per lembaga; nilai NULL bila tabnya belum dilaporkan.
with jumlah as (
    select
        dilaporkan('kesbangpol', 'tindak_lanjut_asn') as kota_ada,
        dilaporkan('bawaslu', 'netralitas_asn') as bawaslu_ada,
        count(*) filter (where di_kota) as kota,
        count(*) filter (where di_kota and not di_bawaslu) as hanya_kota,
        count(*) filter (where di_bawaslu and hasil <> 'dicabut') as bawaslu,
        count(*) filter (where hasil = 'dicabut') as dicabut,
        count(*) filter (where tanggal_rekomendasi is not null) as bkn
    from kasus_asn
),
angka as (
    select
        1 as urutan,
        'Pemkot' as pemilik,
        if(kota_ada, kota, null) as nilai,
        'dicatat Kesbangpol'
            || if(bawaslu_ada and hanya_kota > 0, format('; {} belum ada di Bawaslu', terbilang(hanya_kota)), '') as keterangan
    from jumlah
    union all
    select
        2,
        'Bawaslu',
        if(bawaslu_ada, bawaslu, null),
        'yang ditangani' || if(dicabut > 0, format('; {} lagi dicabut', terbilang(dicabut)), '')
    from jumlah
    union all
    select 3, 'BKN', if(bawaslu_ada, bkn, null), 'yang direkomendasikan (catatan Bawaslu)'
    from jumlah
)
select urutan, pemilik, nilai, 'kasus' as satuan, keterangan
from angka
order by urutan
