-- Pola apa yang terlihat: sebelum atau sejak penetapan calon, lewat apa, dan bentuk apa?
-- Satu baris per golongan kasus yang dicatat Bawaslu, yang dicabut ikut; tiap kelompok dijumlah sendiri.
with tercatat as (
    select *, mulai_tahap('penetapan_calon') as batas_disiplin
    from kasus_asn
    where di_bawaslu
),
golongan as (
    select
        1 as kelompok_ke,
        'Waktu perbuatan' as kelompok,
        format(if(tanggal_kejadian < batas_disiplin, 'sebelum {} (etik)', 'sejak {} (disiplin)'), tgl(batas_disiplin)) as label,
        tanggal_kejadian >= batas_disiplin as urut,
        kode_kasus
    from tercatat
    where tanggal_kejadian is not null
    union all
    select 2, 'Media', lower(sebutan('media', media)), media <> 'media_sosial', kode_kasus
    from tercatat
    where media is not null
    union all
    select 3, 'Bentuk', kode_bentuk || ', ' || lower(sebutan('kode_bentuk', kode_bentuk)), false, kode_kasus
    from tercatat
    where kode_bentuk is not null
    union all
    select 4, 'Rumpun jabatan', sebutan('rumpun_jabatan', rumpun_jabatan), false, kode_kasus
    from tercatat
    where rumpun_jabatan is not null
)
select
    kelompok,
    label,
    count(*) as jumlah,
    sum(count(*)) over (partition by kelompok)::bigint as dari,
    format('{} dari {} kasus', bilangan(jumlah), bilangan(dari)) as teks,
    list(kode_kasus order by kode_kasus) as kasus
from golongan
group by kelompok_ke, kelompok, label, urut
order by kelompok_ke, urut, jumlah desc, label
