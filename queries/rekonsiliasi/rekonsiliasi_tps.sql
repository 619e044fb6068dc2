-- Samakah jumlah TPS (R5) dan DPT (R13) menurut KPU dengan acuan daerah, untuk seluruh kota dan per kecamatan?
-- Satu baris per pembandingan.
with per_kecamatan as (
    select kecamatan, sum(jumlah_tps)::bigint as jumlah_tps
    from kelurahan_tps
    group by kecamatan
),
sekota as (
    select sum(jumlah_tps)::bigint as jumlah_tps, sum(dpt)::bigint as dpt
    from kelurahan_tps
),
tps as (
    select 'Se-Kota' as kunci, '' as tempat, s.jumlah_tps, d.tps_acuan, 'Acuan ' || d.nama as acuan
    from sekota as s, daerah as d
    union all
    select kecamatan, 'Kecamatan ' || kecamatan || ': ', p.jumlah_tps, a.tps_acuan, 'Acuan Kecamatan ' || kecamatan
    from tps_kecamatan as a
    left join per_kecamatan as p using (kecamatan)
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
        when jumlah_tps is null then 'jumlah TPS dari KPU belum dilaporkan; acuannya ' || bilangan(tps_acuan) || '.'
        when jumlah_tps = tps_acuan then 'KPU mencatat ' || bilangan(jumlah_tps) || ' TPS, sama dengan acuan.'
        else 'KPU mencatat ' || bilangan(jumlah_tps) || ' TPS, acuannya ' || bilangan(tps_acuan) || '; selisih '
            || bilangan(abs(jumlah_tps - tps_acuan)) || ' TPS.'
    end) as kalimat
from tps
union all by name
select
    'R13' as kode,
    'logistik' as agenda,
    'DPT' as kunci,
    'KPU: DPT semua kelurahan' as kiri,
    s.dpt as nilai_kiri,
    'Acuan ' || d.nama as kanan,
    d.dpt_acuan as nilai_kanan,
    'pemilih' as satuan,
    case
        when s.dpt is null then 'DPT per kelurahan dari KPU belum dilaporkan; acuannya ' || bilangan(d.dpt_acuan)
            || ' pemilih.'
        when s.dpt = d.dpt_acuan then 'KPU mencatat DPT ' || bilangan(s.dpt) || ' pemilih, sama dengan acuan.'
        else 'KPU mencatat DPT ' || bilangan(s.dpt) || ' pemilih, acuannya ' || bilangan(d.dpt_acuan) || '; selisih '
            || bilangan(abs(s.dpt - d.dpt_acuan)) || ' pemilih.'
    end as kalimat
from sekota as s, daerah as d
