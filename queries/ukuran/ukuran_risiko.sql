-- Berapa nilai tiap indikator pencegahan dan peta risiko, dan apa statusnya sebelum kelengkapan data ditimbang?
-- Satu baris per indikator.
with kasus_ringkas as (
    select
        count(*) as semua,
        count(*) filter (where aktif) as aktif,
        max(-sisa_hari) filter (where sisa_hari < 0 and tenggat_terbaca) as lewat_hari,
        count(*) filter (where lewat_lapor is not null) as dilaporkan,
        count(*) filter (where sisa_hari < 0 and tenggat_terbaca) as lewat,
        count(*) filter (where tenggat = hari_ini() and aktif and tenggat_terbaca) as hari_ini_tempo,
        count(*) filter (where tenggat = hari_ini() + 1 and aktif and tenggat_terbaca) as besok_tempo,
        count(*) filter (where lewat_lapor and utuh(kolom_rusak, ['sumber', 'tanggal_diketahui', 'tanggal_diterima'])) as laporan_lewat
    from (select *, utuh(kolom_rusak, ['status', 'tanggal_registrasi']) as tenggat_terbaca from kasus)
),
tempo as (
    select
        *,
        case
            when hari_ini_tempo > 0 then format('; {} jatuh tempo hari ini', terbilang(hari_ini_tempo))
            when besok_tempo > 0 then format('; {} jatuh tempo besok, {}', terbilang(besok_tempo), tgl_lisan(hari_ini() + 1))
            else ''
        end as teks,
        case
            when lewat_hari > 0 then format('paling lama lewat {} hari', bilangan(lewat_hari))
            when hari_ini_tempo > 0 then bilangan(hari_ini_tempo) || ' jatuh tempo hari ini'
            when besok_tempo > 0 then bilangan(besok_tempo) || ' jatuh tempo besok'
            when aktif > 0 then 'masih ditangani Bawaslu'
        end as sebab
    from kasus_ringkas
),
mitigasi as (
    select
        (select count(*) from tps_rawan) as baris_rawan,
        count(tps_rawan.baris) as terbaca,
        count(*) filter (where tingkat = 'tinggi') as tinggi,
        count(*) filter (where tingkat = 'tinggi' and status_mitigasi = 'selesai') as beres,
        any_value(nihil) as nihil_saja,
        case when tinggi > 0 then 100.0 * beres / tinggi when terbaca > 0 or nihil_saja then 100.0 end as persen,
        akhir_tahap('survei_tps_rawan') + 1 as dinilai
    from (select coalesce(bool_or(nihil), false) as nihil from tab where instansi = 'bawaslu' and tab = 'tps_rawan')
    left join tps_rawan on utuh(kolom_rusak, ['tingkat', 'status_mitigasi'])
),
dahulu as (
    select
        count(*) as jumlah,
        terbilang(aturan_bulat('skor_prioritas')) || ' risiko atau lebih.' as sekian_risiko,
        -- Paling banyak tiga nama muat dalam satu kalimat yang dibacakan.
        list(kelurahan order by skor desc, kelurahan) as nama,
        yang_ada([
            if(bool_and(potensi_konflik = 'ya'), 'potensi konflik', null),
            if(bool_and(kejadian_tinggi = 'ya'), 'kejadian tinggi', null),
            if(bool_and(tps_rawan = 'ya'), 'TPS rawan', null),
            if(bool_and(logistik = 'ya'), 'barang terlambat', null)
        ]) as sama
    from prioritas
    where skor >= aturan_bulat('skor_prioritas')
)
select
    'kasus_aktif' as kode,
    aktif::double as nilai,
    status_indikator('kasus_aktif', aktif) as status,
    false as belum_waktunya,
    sebab,
    format('dari {} kasus tercatat', bilangan(semua)) as landasan,
    if(
        aktif = 0,
        'Tidak ada kasus yang masih ditangani Bawaslu.',
        format('{} kasus masih ditangani Bawaslu{}.', kapital(terbilang(aktif)), teks)
    ) as kalimat
from tempo
union all by name
select
    'kasus_lewat_tenggat' as kode,
    lewat::double as nilai,
    -- Yang jatuh tempo hari ini atau besok belum lewat: bila dengan itu tidak hijau lagi, sekarang sudah kuning.
    if(
        status_indikator('kasus_lewat_tenggat', lewat) = 'hijau'
            and status_indikator('kasus_lewat_tenggat', lewat + hari_ini_tempo + besok_tempo) <> 'hijau',
        'kuning',
        status_indikator('kasus_lewat_tenggat', lewat)
    ) as status,
    sebab,
    if(aktif > 0, format('dari {} kasus aktif', bilangan(aktif)), null) as landasan,
    if(lewat > 0, kapital(terbilang(lewat)) || ' kasus lewat tenggat', 'Tidak ada kasus yang lewat tenggat')
        || if(lewat > 0 or teks = '', format(' {} hari', bilangan(aturan_bulat('hari_kasus'))), '') || teks || '.' as kalimat
from tempo
union all by name
select
    'laporan_lewat_7_hari' as kode,
    laporan_lewat::double as nilai,
    status_indikator('laporan_lewat_7_hari', laporan_lewat) as status,
    'terlambat masuk ke Bawaslu' as sebab,
    if(dilaporkan > 0, format('dari {} laporan', bilangan(dilaporkan)), null) as landasan,
    if(
        dilaporkan = 0,
        'Tidak ada laporan yang terlambat masuk.',
        if(laporan_lewat = 0, 'Semua laporan masuk paling lama ', kapital(terbilang(laporan_lewat)) || ' laporan masuk lebih dari ')
            || format('{} hari sejak diketahui.', bilangan(aturan_bulat('hari_laporan')))
    ) as kalimat
from kasus_ringkas
union all by name
select
    'mitigasi_tinggi_persen' as kode,
    persen as nilai,
    status_indikator('mitigasi_tinggi_persen', persen) as status,
    hari_ini() < dinilai and baris_rawan = 0 as belum_waktunya,
    bilangan(tinggi - beres) || ' belum selesai' as sebab,
    if(tinggi > 0, format('{} dari {} rawan tinggi', bilangan(beres), bilangan(tinggi)), null) as landasan,
    case
        when hari_ini() < dinilai and baris_rawan = 0 then format('Dinilai mulai {}.', tgl(dinilai))
        when tinggi = 0 then 'Tidak ada TPS rawan tingkat tinggi.'
        when beres = tinggi then 'Mitigasi semua kerawanan tingkat tinggi sudah selesai.'
        else format('Mitigasi {} dari {} kerawanan tingkat tinggi belum selesai.', terbilang(tinggi - beres), terbilang(tinggi))
    end as kalimat
from mitigasi
union all by name
select
    'kelurahan_prioritas' as kode,
    jumlah::double as nilai,
    status_indikator('kelurahan_prioritas', jumlah) as status,
    if(jumlah <= 2, daftar(nama), 'antara lain ' || nama[1]) as sebab,
    format('dari {} kelurahan', bilangan((select count(*) from wilayah))) as landasan,
    -- Risiko yang belum diketahui dapat membuat sebuah kelurahan didahulukan.
    exists (
        from prioritas
        where list_contains([potensi_konflik, kejadian_tinggi, tps_rawan, logistik], 'belum_dilaporkan')
    ) as kurang_lengkap,
    case
        when jumlah = 0 then 'Tidak ada kelurahan dengan ' || sekian_risiko
        when jumlah <= 2 and len(sama) = 2 then format('Dahulukan {}: {} bertemu {}.', daftar(nama), sama[1], sama[2])
        else 'Dahulukan ' || daftar(if(jumlah <= 3, nama, nama[1:2] || [bilangan(jumlah - 2) || ' kelurahan lain']))
            || ': ' || sekian_risiko
    end as kalimat
from dahulu
