-- Berapa kasus netralitas ASN menurut masing-masing dari tiga lembaga?
-- Satu baris per lembaga; nilai NULL bila tabnya belum dilaporkan.
with tab_asn as (
    select
        coalesce(bool_or(dilaporkan) filter (where tab = 'tindak_lanjut_asn'), false) as kota_ada,
        coalesce(bool_or(dilaporkan) filter (where tab = 'netralitas_asn'), false) as bawaslu_ada
    from tab
    where (instansi, tab) in (('kesbangpol', 'tindak_lanjut_asn'), ('bawaslu', 'netralitas_asn'))
),
jumlah as (
    select
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
        'dicatat Kesbangpol' || if(bawaslu_ada and hanya_kota > 0, '; ' || terbilang(hanya_kota) || ' belum ada di Bawaslu', '')
            as keterangan
    from jumlah, tab_asn
    union all
    select 2, 'Bawaslu', if(bawaslu_ada, bawaslu, null),
        'yang ditangani' || if(dicabut > 0, '; ' || terbilang(dicabut) || ' lagi dicabut', '')
    from jumlah, tab_asn
    union all
    select 3, 'BKN', if(bawaslu_ada, bkn, null), 'yang direkomendasikan (catatan Bawaslu)'
    from jumlah, tab_asn
)
select urutan, pemilik, nilai, 'kasus' as satuan, keterangan
from angka
order by urutan
