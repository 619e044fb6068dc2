-- Sudah sampai di mana tiap kasus netralitas ASN, dan siapa yang ditunggu?
-- Satu baris per kasus dengan empat langkah berurutan; yang menunggu PPK lebih dulu, yang belum ada di Bawaslu di akhir.
with sebutan_kasus as (
    select
        *,
        lower(sebutan('rekomendasi', rekomendasi)) as isi_rekomendasi,
        lower(sebutan('sanksi', sanksi)) as isi_sanksi,
        aturan_bulat('hari_kerja_rekomendasi') - hari_kerja as sisa_hari_kerja,
        case hasil
            when 'dicabut' then 'dicabut' || coalesce(' ' || tgl(tanggal_dicabut), '')
            when 'tidak_terbukti' then 'tidak terbukti'
        end as akhir
    from kasus_asn
),
langkah as (
    select
        *,
        if(di_bawaslu, langkah('selesai', coalesce(tgl(tanggal_ditangani), 'tercatat')), langkah('luar', 'belum tercatat')) as l1,
        case
            when not di_bawaslu then langkah('nihil', '')
            when tanggal_diteruskan is not null then langkah('selesai', tgl(tanggal_diteruskan))
            when list_contains(rusak_bawaslu, 'tanggal_diteruskan') then langkah('luar', 'tanggal belum jelas')
            when tanggal_rekomendasi is not null then langkah('luar', 'tanggal belum dicatat')
            when akhir is not null then langkah('berhenti', akhir)
            when menunggu = 'bawaslu' then langkah('tunggu', '**menunggu**')
            when list_contains(rusak_bawaslu, 'hasil') then langkah('luar', 'hasil belum jelas')
            else langkah('luar', 'belum diketahui')
        end as l2,
        case
            when not di_bawaslu then langkah('nihil', '')
            when tanggal_rekomendasi is not null and rekomendasi = 'tidak_terbukti'
                then langkah('berhenti', format('tidak terbukti, {}', tgl(tanggal_rekomendasi)))
            when tanggal_rekomendasi is not null
                then langkah('selesai', format('{}, {}', coalesce(isi_rekomendasi, 'isi belum dicatat'), tgl(tanggal_rekomendasi)))
            when list_contains(rusak_bawaslu, 'tanggal_rekomendasi') then langkah('luar', 'tanggal belum jelas')
            when tanggal_diteruskan is not null and hasil = 'dicabut' then langkah('berhenti', akhir)
            when menunggu = 'bkn' then langkah('tunggu', format('**menunggu {} hari**', bilangan(hari_ini() - tanggal_diteruskan)))
            else langkah('nihil', '')
        end as l3,
        case
            when dilaksanakan and (perlu_dilaksanakan or not di_bawaslu)
                then langkah('selesai', concat_ws(', ', coalesce(nullif(isi_sanksi, 'belum'), 'dilaksanakan'), tgl(tanggal_sanksi)))
            when menunggu = 'ppk' then langkah('tunggu', format('**batas {}**, ', tgl(batas)) || case
                when sisa_hari_kerja < 0 then format('lewat {} hari kerja', bilangan(-sisa_hari_kerja))
                when sisa_hari_kerja = 0 then 'hari ini'
                else format('sisa {} hari kerja', bilangan(sisa_hari_kerja))
            end)
            when perlu_dilaksanakan then langkah('luar', 'status tindak lanjut belum jelas')
            else langkah('nihil', '')
        end as l4
    from sebutan_kasus
)
select
    kode_kasus as kode,
    if(
        di_bawaslu,
        concat_ws(', ', kode_bentuk, lower(sebutan('rumpun_jabatan', rumpun_jabatan)), tgl(tanggal_kejadian)),
        'Pemkot' || coalesce(', ' || sebutan('pelaksana', pelaksana), '')
    ) as keterangan,
    [
        {'label': 'Bawaslu: mencatat', 'keadaan': l1.keadaan, 'teks': l1.teks},
        {'label': 'Bawaslu: meneruskan ke BKN', 'keadaan': l2.keadaan, 'teks': l2.teks},
        {'label': 'BKN: memberi rekomendasi', 'keadaan': l3.keadaan, 'teks': l3.teks},
        {'label': 'PPK (pembina kepegawaian): melaksanakan', 'keadaan': l4.keadaan, 'teks': l4.teks}
    ] as langkah,
    menunggu,
    batas,
    sisa_hari_kerja
from langkah
order by not di_bawaslu, menunggu = 'ppk' desc nulls last, batas, kode_kasus
