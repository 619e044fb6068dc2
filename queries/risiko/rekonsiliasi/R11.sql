/* rekonsiliasi
judul    = "Pemilih disabilitas"
kiri     = "KPU: pemilih disabilitas"
kanan    = "Bawaslu: TPS dengan pemilih disabilitas"
satuan   = "orang"
petunjuk = true

[memakai]
"kpu/pemilih_tps" = ["pemilih_disabilitas"]
"bawaslu/tps_rawan" = ["jumlah_tps_rawan"]
*/
-- Cocokkah pemilih disabilitas menurut KPU dengan pendataan TPS Bawaslu (indikator 1.5) dan alat bantu di gudang?
-- Satu baris per kecamatan, satu untuk alat bantu; jumlah yang terlalu kecil tidak disebut, supaya tidak ada orang yang dikenali.
with survei as (
    select
        if(hari_ini() <= akhir_tahap('survei_tps_rawan'), 'belum_waktunya', 'belum_dilaporkan') as bila_kosong,
        coalesce(bool_or(nihil), false) or exists (from tps_rawan where kode_indikator = '1.5') as didata
    from pembandingan_dasar
    where kode = 'R11' and tab = 'tps_rawan'
),
terdata as (
    select kecamatan, sum(jumlah_tps_rawan)::bigint as tps
    from tps_rawan
    where kode_indikator = '1.5'
    group by kecamatan
),
pemilih as (
    select
        kecamatan,
        sum(pemilih_disabilitas)::bigint as pemilih,
        bool_or(pemilih_disabilitas is null) as kurang_lengkap
    from kelurahan_tps
    group by grouping sets ((kecamatan), ())
),
alat as (
    select
        if(bool_and(jumlah_utuh), sum(siap), null)::bigint as siap,
        if(bool_and(kebutuhan_utuh), sum(kebutuhan_tertulis), null)::bigint as kebutuhan
    from barang
    where jenis_barang = 'alat_bantu_tunanetra'
),
dibandingkan as (
    select
        kecamatan,
        'Pemilih disabilitas ' || coalesce('Kecamatan ' || kecamatan, 'se-Kota') as kunci,
        p.pemilih,
        p.kurang_lengkap,
        'Bawaslu: TPS dengan pemilih disabilitas' as kanan,
        -- Kecamatan tanpa baris memang tidak ada TPS-nya; baris yang belum terbaca bukan nol.
        if(s.didata and t.kecamatan is null, 0, t.tps) as nilai_kanan,
        s.bila_kosong,
        case
            when nilai_kanan is not null then format('Bawaslu mendata {} TPS dengan pemilih disabilitas', bilangan(nilai_kanan))
            when s.didata then 'pendataan TPS Bawaslu belum jelas'
            when s.bila_kosong = 'belum_waktunya' then 'Bawaslu mendata TPS rawan ' || masa_tahap('survei_tps_rawan')
            else 'pendataan TPS Bawaslu belum dilaporkan'
        end as pembanding,
        coalesce('Kecamatan ' || kecamatan || ': ', '') as tempat
    from pemilih as p
    cross join survei as s
    left join terdata as t using (kecamatan)
    -- Sebelum Bawaslu mendata, satu baris se-Kota cukup.
    where (p.kecamatan is not null) = s.didata
    union all by name
    select
        'Alat bantu tunanetra' as kunci,
        p.pemilih,
        p.kurang_lengkap,
        'KPU: alat bantu tunanetra siap' as kanan,
        a.siap as nilai_kanan,
        'belum_dilaporkan' as bila_kosong,
        coalesce(
            bilangan(a.siap) || ' alat bantu tunanetra siap' || coalesce(' dari kebutuhan ' || bilangan(a.kebutuhan), ''),
            'alat bantu tunanetra di gudang belum dilaporkan'
        ) as pembanding,
        '' as tempat
    from pemilih as p, alat as a
    where p.kecamatan is null
),
dijaga as (
    select
        *,
        -- Jumlah se-Kota dikurangi kecamatan lain akan membuka kecamatan yang angkanya ditutup.
        terlalu_kecil or (kecamatan is null and bool_or(terlalu_kecil) over ()) as ditutup
    from (
        select *, coalesce(pemilih between 1 and aturan_bulat('disabilitas_paling_sedikit') - 1, false) as terlalu_kecil
        from dibandingkan
    )
)
select
    kunci,
    if(ditutup, null, pemilih) as nilai_kiri,
    kanan,
    nilai_kanan,
    '' as satuan,
    kurang_lengkap,
    'kuning' as bila_beda,
    case
        when ditutup and nilai_kanan is not null then 'kuning'
        when pemilih is null then 'belum_dilaporkan'
        else bila_kosong
    end as bila_kosong,
    kapital(tempat || case
        when pemilih is null then 'jumlah pemilih disabilitas dari KPU belum dilaporkan; '
        when terlalu_kecil then format(
            'KPU mencatat kurang dari {} pemilih disabilitas, jadi angkanya tidak ditampilkan ({}); ',
            terbilang(aturan_bulat('disabilitas_paling_sedikit')), dasar_aturan('disabilitas_paling_sedikit')
        )
        when ditutup then 'jumlah pemilih disabilitas se-Kota tidak ditampilkan, karena salah satu kecamatan terlalu kecil; '
        else format('KPU mencatat {} pemilih disabilitas; ', bilangan(pemilih))
    end || pembanding || '.') as kalimat
from dijaga
-- Pendampingan di TPS selesai bersama pemungutannya.
where not berakhir('tps_terlayani_persen')
