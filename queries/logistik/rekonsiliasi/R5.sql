/* rekonsiliasi
judul  = "Jumlah TPS"
kiri   = "KPU: jumlah TPS"
kanan  = "Acuan daerah"
satuan = "TPS"

[memakai]
"kpu/pemilih_tps" = ["jumlah_tps"]
*/
-- Samakah jumlah TPS menurut KPU dengan acuan daerah, untuk seluruh kota dan per kecamatan?
-- Satu baris untuk seluruh kota dan satu per kecamatan.
with jumlah as (
    select kecamatan, sum(jumlah_tps)::bigint as jumlah_tps
    from kelurahan_tps
    group by grouping sets ((kecamatan), ())
),
tps as (
    select 'Se-Kota' as kunci, '' as tempat, j.jumlah_tps, d.tps_acuan, 'Acuan ' || d.nama as acuan
    from jumlah as j, daerah as d
    where j.kecamatan is null
    union all
    select kecamatan, format('Kecamatan {}: ', kecamatan), j.jumlah_tps, a.tps_acuan, 'Acuan Kecamatan ' || kecamatan
    from tps_kecamatan as a
    left join jumlah as j using (kecamatan)
)
select
    kunci,
    jumlah_tps as nilai_kiri,
    acuan as kanan,
    tps_acuan as nilai_kanan,
    kapital(tempat || case
        when jumlah_tps is null then format('jumlah TPS dari KPU belum dilaporkan; acuannya {}.', bilangan(tps_acuan))
        when jumlah_tps = tps_acuan then format('KPU mencatat {} TPS, sama dengan acuan.', bilangan(jumlah_tps))
        else format(
            'KPU mencatat {} TPS, acuannya {}; selisih {} TPS.',
            bilangan(jumlah_tps), bilangan(tps_acuan), bilangan(abs(jumlah_tps - tps_acuan))
        )
    end) as kalimat
from tps
