-- Berapa nilai tiap indikator netralitas ASN, dan apa statusnya sebelum kelengkapan data ditimbang?
-- Satu baris per indikator.
with menunggu as (
    select *, hari_kerja > aturan_bulat('hari_kerja_rekomendasi') as lewat
    from kasus_asn
    where perlu_dilaksanakan and not dilaksanakan
),
jumlah_kasus as (
    select
        count(*) filter (where di_bawaslu and utuh(rusak_bawaslu, ['hasil']) and hasil <> 'dicabut') as bawaslu,
        count(*) filter (where hasil = 'dicabut') as dicabut,
        count(*) filter (where di_kota) as kota,
        count(*) filter (where perlu_dilaksanakan) as perlu,
        daftar(list(kode_kasus order by tanggal_rekomendasi, kode_kasus) filter (where perlu_dilaksanakan and not di_kota))
            as tanpa_nama,
        count(*) filter (where perlu_dilaksanakan and not di_kota) as tanpa
    from kasus_asn
),
rekomendasi as (
    select
        count(*) as belum,
        count(*) filter (where lewat) as lewat,
        min(batas) as batas_terdekat,
        daftar(list(kode_kasus order by batas, kode_kasus) filter (where lewat)) as lewat_nama
    from menunggu
),
kota_dilaporkan as (
    select coalesce(bool_or(dilaporkan), false) as ada
    from tab
    where instansi = 'kesbangpol' and tab = 'tindak_lanjut_asn'
),
pakta as (
    select
        sum(jumlah_tanda_tangan) as tanda_tangan,
        sum(jumlah_asn) as asn,
        100.0 * sum(jumlah_tanda_tangan) / nullif(sum(jumlah_asn), 0) as persen,
        count(*) filter (where jumlah_tanda_tangan >= jumlah_asn) as penuh,
        count(*) as perangkat,
        (select bool_or(berlebih) from pakta_asn) as berlebih
    from pakta_asn
    where diketahui
)
select
    'kasus_asn' as kode,
    bawaslu::double as nilai,
    status_indikator('kasus_asn', bawaslu) as status,
    if(ada and kota <> bawaslu, 'Pemkot mencatat ' || bilangan(kota), 'ditangani Bawaslu') as sebab,
    'ditangani Bawaslu' || if(dicabut > 0, '; ' || bilangan(dicabut) || ' lagi dicabut', '') as landasan,
    case
        -- Tiap angka tetap milik lembaganya; perbedaannya disebut, tidak didamaikan di sini.
        -- Satu kata tiap angka: yang dicatat dan yang ditangani adalah hal yang berlainan.
        when bawaslu = 0 then 'Tidak ada kasus yang ditangani Bawaslu'
            || if(ada and kota > 0, '; Pemkot mencatat ' || bilangan(kota), '') || '.'
        when ada and kota <> bawaslu then 'Pemkot mencatat ' || bilangan(kota) || ' kasus netralitas ASN, Bawaslu menangani '
            || bilangan(bawaslu) || '.'
        else 'Bawaslu menangani ' || terbilang(bawaslu) || ' kasus netralitas ASN'
            || if(dicabut > 0, '; ' || terbilang(dicabut) || ' lagi dicabut', '') || '.'
    end as kalimat
from jumlah_kasus, kota_dilaporkan
union all by name
select
    'rekomendasi_belum_dieksekusi' as kode,
    belum::double as nilai,
    status_bersyarat('rekomendasi_belum_dieksekusi', belum, lewat > 0) as status,
    if(lewat > 0, bilangan(lewat) || ' lewat batas', 'batas ' || tgl(batas_terdekat)) as sebab,
    if(perlu > 0, format('{} dari {} dilaksanakan', bilangan(perlu - belum), bilangan(perlu)), null) as landasan,
    case
        when perlu = 0 then 'Tidak ada rekomendasi BKN yang menunggu pelaksanaan.'
        when belum = 0 then 'Semua rekomendasi BKN sudah dilaksanakan.'
        when lewat > 0 then kapital(terbilang(belum)) || ' rekomendasi BKN menunggu PPK (pembina kepegawaian); ' || terbilang(lewat) || ' lewat '
            || bilangan(aturan_bulat('hari_kerja_rekomendasi')) || ' hari kerja.'
        when belum = 1 then 'Satu rekomendasi BKN menunggu PPK (pembina kepegawaian); batasnya ' || tgl_lisan(batas_terdekat) || '.'
        else kapital(terbilang(belum)) || ' rekomendasi BKN menunggu PPK (pembina kepegawaian); batas terdekat ' || tgl_lisan(batas_terdekat) || '.'
    end as kalimat
from rekomendasi, jumlah_kasus
union all by name
select
    'rekomendasi_lewat_14_hari_kerja' as kode,
    lewat::double as nilai,
    status_indikator('rekomendasi_lewat_14_hari_kerja', lewat) as status,
    if(lewat <= 2, lewat_nama, 'batasnya mulai ' || tgl(batas_terdekat)) as sebab,
    if(belum > 0, 'dari ' || bilangan(belum) || ' yang menunggu', null) as landasan,
    if(lewat = 0, 'Tidak ada rekomendasi yang lewat ', if(lewat <= 3, lewat_nama, kapital(terbilang(lewat)) || ' rekomendasi') || ' lewat ')
        || bilangan(aturan_bulat('hari_kerja_rekomendasi')) || ' hari kerja'
        || if(lewat = 0, '.', '; batasnya ' || if(lewat > 1, 'mulai ', '') || tgl_lisan(batas_terdekat) || '.') as kalimat
from rekomendasi
union all by name
select
    'kasus_tanpa_tindak_lanjut' as kode,
    tanpa::double as nilai,
    status_indikator('kasus_tanpa_tindak_lanjut', tanpa) as status,
    if(tanpa <= 2, tanpa_nama, 'belum dicatat Pemkot') as sebab,
    if(perlu > 0, 'dari ' || bilangan(perlu) || ' rekomendasi', null) as landasan,
    case
        when perlu = 0 then 'Tidak ada rekomendasi BKN yang perlu dicatat Pemkot.'
        when tanpa = 0 then 'Semua rekomendasi BKN sudah dicatat Pemkot.'
        when tanpa <= 3 then tanpa_nama || ' sudah direkomendasikan BKN, belum dicatat Pemkot.'
        else kapital(terbilang(tanpa)) || ' kasus sudah direkomendasikan BKN, belum dicatat Pemkot.'
    end as kalimat
from jumlah_kasus
union all by name
select
    'pakta_integritas_persen' as kode,
    persen as nilai,
    status_indikator('pakta_integritas_persen', persen) as status,
    berlebih as kurang_lengkap,
    bilangan(asn - tanda_tangan) || ' ASN belum' as sebab,
    format('{} dari {} perangkat penuh', bilangan(penuh), bilangan(perangkat)) as landasan,
    if(
        tanda_tangan >= asn,
        'Semua ' || bilangan(asn) || ' ASN sudah menandatangani pakta integritas.',
        format('{} dari {} ASN belum menandatangani pakta integritas.', bilangan(asn - tanda_tangan), bilangan(asn))
    ) as kalimat
from pakta
