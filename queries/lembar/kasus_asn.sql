-- Kasus netralitas ASN mana yang diketahui Bawaslu atau kota, sudah sampai di langkah mana, dan siapa yang ditunggu?
-- Satu baris per kasus.
with bawaslu as (
    select *, upper(replace(kode_kasus, ' ', '')) as kunci
    from bawaslu__netralitas_asn
),
kota as (
    select *, upper(replace(kode_kasus, ' ', '')) as kunci
    from kesbangpol__tindak_lanjut_asn
    -- Satu kode yang tertulis dua kali dengan ejaan berbeda: baris yang belum selesai yang berbicara.
    qualify row_number() over (partition by kunci order by status is not distinct from 'selesai', baris) = 1
),
penanganan as (
    select id_penanganan, coalesce(tanggal_registrasi, tanggal_diterima) as tanggal_ditangani, tanggal_putusan
    from bawaslu__penanganan
),
digabung as (
    select
        coalesce(b.kode_kasus, k.kode_kasus) as kode_kasus,
        b.kunci is not null as di_bawaslu,
        k.kunci is not null as di_kota,
        b.rumpun_jabatan,
        b.kode_bentuk,
        b.tanggal_kejadian,
        b.media,
        b.hasil,
        p.tanggal_ditangani,
        if(b.hasil = 'dicabut', p.tanggal_putusan, null) as tanggal_dicabut,
        if(sudah(b.tanggal_diteruskan), b.tanggal_diteruskan, null) as tanggal_diteruskan,
        if(sudah(b.tanggal_rekomendasi), b.tanggal_rekomendasi, null) as tanggal_rekomendasi,
        b.rekomendasi,
        k.tanggal_terima_rekomendasi,
        k.pelaksana,
        k.sanksi,
        k.tanggal_sanksi,
        k.status as status_tindak_lanjut,
        b.baris as baris_bawaslu,
        k.baris as baris_kota,
        coalesce(b.kolom_rusak, []) as rusak_bawaslu,
        coalesce(k.kolom_rusak, []) as rusak_kota
    from bawaslu as b
    full join kota as k using (kunci)
    left join penanganan as p on p.id_penanganan = b.id_penanganan
),
-- Sel yang belum terbaca membuat jawabannya NULL: tidak menuduh siapa pun, dan tidak menyatakan selesai.
dinilai as (
    select
        *,
        case
            when not di_bawaslu then false
            when utuh(rusak_bawaslu, ['tanggal_rekomendasi', 'rekomendasi'])
                then tanggal_rekomendasi is not null and (rekomendasi is distinct from 'tidak_terbukti')
        end as perlu_dilaksanakan,
        case
            when not di_kota then false
            when utuh(rusak_kota, ['status']) then status_tindak_lanjut = 'selesai' and sudah(tanggal_sanksi)
        end as dilaksanakan
    from digabung
)
select
    *,
    case
        when perlu_dilaksanakan then if(not dilaksanakan, 'ppk', null)
        when not utuh(rusak_bawaslu, ['tanggal_rekomendasi', 'rekomendasi', 'tanggal_diteruskan', 'hasil']) then null
        when not di_bawaslu or tanggal_rekomendasi is not null or hasil = 'dicabut' then null
        when tanggal_diteruskan is not null then 'bkn'
        when hasil <> 'tidak_terbukti' then 'bawaslu'
    end as menunggu,
    hari_kerja(tanggal_rekomendasi, hari_ini()) as hari_kerja,
    (
        select min(hari)
        from (select unnest(range(
            tanggal_rekomendasi + 1,
            tanggal_rekomendasi + 4 * aturan_bulat('hari_kerja_rekomendasi'),
            interval 1 day
        ))::date as hari)
        where hari_kerja(tanggal_rekomendasi, hari) = aturan_bulat('hari_kerja_rekomendasi')
    ) as batas
from dinilai
