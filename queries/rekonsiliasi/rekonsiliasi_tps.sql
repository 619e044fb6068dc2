-- Samakah jumlah TPS (R5) dan DPT (R13) menurut KPU dengan acuan daerah, untuk seluruh kota dan per kecamatan?
-- Satu baris per pembandingan.
with jumlah as (
    select kecamatan, sum(jumlah_tps)::bigint as jumlah_tps, sum(dpt)::bigint as dpt
    from kelurahan_tps
    group by grouping sets ((kecamatan), ())
),
sekota as (
    select j.jumlah_tps, j.dpt, d.tps_acuan, d.dpt_acuan, 'Acuan ' || d.nama as acuan
    from jumlah as j, daerah as d
    where j.kecamatan is null
),
tps as (
    select 'Se-Kota' as kunci, '' as tempat, jumlah_tps, tps_acuan, acuan
    from sekota
    union all
    select kecamatan, format('Kecamatan {}: ', kecamatan), j.jumlah_tps, a.tps_acuan, 'Acuan Kecamatan ' || kecamatan
    from tps_kecamatan as a
    left join jumlah as j using (kecamatan)
)
select
    'R5' as kode,
    'logistik' as agenda,
    kunci,
    'KPU: jumlah TPS' as kiri,
    jumlah_tps as nilai_kiri,
    acuan as kanan,
    tps_acuan as nilai_kanan,
    'TPS' as satuan,
    kapital(tempat || case
        when jumlah_tps is null then format('jumlah TPS dari KPU belum dilaporkan; acuannya {}.', bilangan(tps_acuan))
        when jumlah_tps = tps_acuan then format('KPU mencatat {} TPS, sama dengan acuan.', bilangan(jumlah_tps))
        else format(
            'KPU mencatat {} TPS, acuannya {}; selisih {} TPS.',
            bilangan(jumlah_tps), bilangan(tps_acuan), bilangan(abs(jumlah_tps - tps_acuan))
        )
    end) as kalimat
from tps
union all by name
select
    'R13' as kode,
    'logistik' as agenda,
    'DPT' as kunci,
    'KPU: DPT semua kelurahan' as kiri,
    dpt as nilai_kiri,
    acuan as kanan,
    dpt_acuan as nilai_kanan,
    'pemilih' as satuan,
    case
        when dpt is null then format('DPT per kelurahan dari KPU belum dilaporkan; acuannya {} pemilih.', bilangan(dpt_acuan))
        when dpt = dpt_acuan then format('KPU mencatat DPT {} pemilih, sama dengan acuan.', bilangan(dpt))
        else format(
            'KPU mencatat DPT {} pemilih, acuannya {}; selisih {} pemilih.',
            bilangan(dpt), bilangan(dpt_acuan), bilangan(abs(dpt - dpt_acuan))
        )
    end as kalimat
from sekota
