-- Berapa nilai tiap indikator netralitas ASN, dan apa statusnya sebelum kelengkapan data ditimbang?
-- Satu baris per indikator.
with jumlah_kasus as (
    select
        count(*) filter (where di_bawaslu and utuh(rusak_bawaslu, ['hasil']) and hasil <> 'dicabut') as bawaslu,
        count(*) filter (where hasil = 'dicabut') as dicabut,
        count(*) filter (where di_kota) as kota,
        -- Perbedaannya hanya dikatakan bila kota melapor.
        kota <> bawaslu and dilaporkan('kesbangpol', 'tindak_lanjut_asn') as berbeda,
        count(*) filter (where perlu_dilaksanakan) as perlu,
        daftar(list(kode_kasus order by tanggal_rekomendasi, kode_kasus) filter (where perlu_dilaksanakan and not di_kota))
            as tanpa_nama,
        count(*) filter (where perlu_dilaksanakan and not di_kota) as tanpa
    from kasus_asn
),
rekomendasi as (
    select
        count(*) as belum,
        count(*) filter (where hari_kerja > aturan_bulat('hari_kerja_rekomendasi')) as lewat,
        min(batas) as batas_terdekat,
        daftar(list(kode_kasus order by batas, kode_kasus) filter (where hari_kerja > aturan_bulat('hari_kerja_rekomendasi'))) as lewat_nama,
        ' rekomendasi BKN menunggu PPK (pembina kepegawaian); ' as menunggu,
        format(' lewat {} hari kerja', bilangan(aturan_bulat('hari_kerja_rekomendasi'))) as lewat_batas
    from kasus_asn
    where perlu_dilaksanakan and not dilaksanakan
),
pakta as (
    select
        sum(jumlah_tanda_tangan) as tanda_tangan,
        sum(jumlah_asn) as asn,
        100.0 * tanda_tangan / nullif(asn, 0) as persen,
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
    if(berbeda, 'Pemkot mencatat ' || bilangan(kota), 'ditangani Bawaslu') as sebab,
    'ditangani Bawaslu' || if(dicabut > 0, format('; {} lagi dicabut', bilangan(dicabut)), '') as landasan,
    case
        -- Tiap angka tetap milik lembaganya; perbedaannya disebut, tidak didamaikan di sini.
        -- Satu kata tiap angka: yang dicatat dan yang ditangani adalah hal yang berlainan.
        when bawaslu = 0 then 'Tidak ada kasus yang ditangani Bawaslu' || if(berbeda, '; Pemkot mencatat ' || bilangan(kota), '')
        when berbeda then format('Pemkot mencatat {} kasus netralitas ASN, Bawaslu menangani {}', bilangan(kota), bilangan(bawaslu))
        else format('Bawaslu menangani {} kasus netralitas ASN', terbilang(bawaslu))
            || if(dicabut > 0, format('; {} lagi dicabut', terbilang(dicabut)), '')
    end || '.' as kalimat
from jumlah_kasus
union all by name
select
    'rekomendasi_belum_dieksekusi' as kode,
    belum::double as nilai,
    status_bersyarat('rekomendasi_belum_dieksekusi', belum, lewat > 0) as status,
    if(lewat > 0, bilangan(lewat) || ' lewat batas', 'batas ' || tgl(batas_terdekat)) as sebab,
    if(perlu > 0, format('{} dari {} dilaksanakan', bilangan(perlu - belum), bilangan(perlu)), null) as landasan,
    case
        when perlu = 0 then 'Tidak ada rekomendasi BKN yang menunggu pelaksanaan'
        when belum = 0 then 'Semua rekomendasi BKN sudah dilaksanakan'
        else kapital(terbilang(belum)) || menunggu || case
            when lewat > 0 then terbilang(lewat) || lewat_batas
            when belum = 1 then 'batasnya ' || tgl_lisan(batas_terdekat)
            else 'batas terdekat ' || tgl_lisan(batas_terdekat)
        end
    end || '.' as kalimat
from rekomendasi, jumlah_kasus
union all by name
select
    'rekomendasi_lewat_14_hari_kerja' as kode,
    lewat::double as nilai,
    status_indikator('rekomendasi_lewat_14_hari_kerja', lewat) as status,
    if(lewat <= 2, lewat_nama, 'batasnya mulai ' || tgl(batas_terdekat)) as sebab,
    if(belum > 0, format('dari {} yang menunggu', bilangan(belum)), null) as landasan,
    case
        when lewat = 0 then 'Tidak ada rekomendasi yang' || lewat_batas
        else if(lewat <= 3, lewat_nama, kapital(terbilang(lewat)) || ' rekomendasi') || lewat_batas || '; batasnya '
            || if(lewat > 1, 'mulai ', '') || tgl_lisan(batas_terdekat)
    end || '.' as kalimat
from rekomendasi
union all by name
select
    'kasus_tanpa_tindak_lanjut' as kode,
    tanpa::double as nilai,
    status_indikator('kasus_tanpa_tindak_lanjut', tanpa) as status,
    if(tanpa <= 2, tanpa_nama, 'belum dicatat Pemkot') as sebab,
    if(perlu > 0, format('dari {} rekomendasi', bilangan(perlu)), null) as landasan,
    case
        when perlu = 0 then 'Tidak ada rekomendasi BKN yang perlu dicatat Pemkot.'
        when tanpa = 0 then 'Semua rekomendasi BKN sudah dicatat Pemkot.'
        else if(tanpa <= 3, tanpa_nama, kapital(terbilang(tanpa)) || ' kasus') || ' sudah direkomendasikan BKN, belum dicatat Pemkot.'
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
        format('Semua {} ASN sudah menandatangani pakta integritas.', bilangan(asn)),
        format('{} dari {} ASN belum menandatangani pakta integritas.', bilangan(asn - tanda_tangan), bilangan(asn))
    ) as kalimat
from pakta
