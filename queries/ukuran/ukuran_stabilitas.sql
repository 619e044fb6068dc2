-- Berapa nilai tiap indikator dinamika sosial dan stabilitas, dan apa statusnya sebelum kelengkapan data ditimbang?
-- Satu baris per indikator. Yang terbatas ikut dihitung, tempatnya tidak pernah disebut.
with terakhir as (
    select
        count(*) as jumlah,
        count(*) filter (where tingkat = 'tinggi') as tinggi,
        format('dalam {} hari terakhir', bilangan(aturan_bulat('hari_kejadian'))) as jendela
    from kejadian
    where dalam_hari_terakhir(tanggal_kejadian, aturan('hari_kejadian'))
),
terbuka as (
    select
        count(*) as jumlah,
        count(*) filter (where terbatas) as terbatas,
        coalesce(bool_and(status = 'ditangani'), false) as ditangani,
        count(*) filter (where status = 'eskalasi') as eskalasi,
        list(distinct coalesce(kelurahan, 'Kec. ' || kecamatan) order by coalesce(kelurahan, 'Kec. ' || kecamatan))
            filter (where not terbatas) as tempat
    from kejadian
    where terbuka and tingkat = 'tinggi' and utuh(kolom_rusak, ['tingkat', 'status'])
),
potensi_ringkas as (
    select
        count(*) filter (where tingkat_potensi = 'tinggi') as tinggi,
        list(kelurahan order by kelurahan) filter (where tingkat_potensi = 'tinggi') as nama_tinggi,
        count(fkdm_aktif) as fkdm_terbaca,
        count(*) filter (where not fkdm_aktif) as tanpa_fkdm,
        list(kelurahan order by kelurahan) filter (where not fkdm_aktif) as nama_tanpa_fkdm,
        100.0 * tanpa_fkdm / nullif(fkdm_terbaca, 0) as tanpa_fkdm_persen
    from potensi
)
select
    'kejadian_14_hari' as kode,
    jumlah::double as nilai,
    status_indikator('kejadian_14_hari', jumlah) as status,
    if(tinggi > 0, bilangan(tinggi) || ' tingkat tinggi', 'lebih dari ' || batas_hijau('kejadian_14_hari')) as sebab,
    jendela as landasan,
    -- Lembar yang berhenti sebelum jendela ini tidak tahu apa yang terjadi di dalamnya.
    (select max(tanggal_data) from tab where instansi = 'kesbangpol' and tab = 'kejadian')
        < hari_ini() - aturan_bulat('hari_kejadian') as kurang_lengkap,
    format('{} kejadian {}', if(jumlah = 0, 'Tidak ada', kapital(terbilang(jumlah))), jendela)
        || if(tinggi > 0, format(', {} tingkat tinggi.', terbilang(tinggi)), '.') as kalimat
from terakhir
union all by name
select
    'kejadian_tinggi_terbuka' as kode,
    jumlah::double as nilai,
    status_indikator('kejadian_tinggi_terbuka', jumlah) as status,
    case
        when eskalasi > 0 then bilangan(eskalasi) || ' meningkat'
        when terbatas = 0 and len(tempat) <= 2 then daftar(tempat)
        when ditangani then 'sedang ditangani'
        else 'belum selesai'
    end as sebab,
    -- Kejadian yang terbuka dapat lebih lama daripada jendela ini: dasarnya semua yang terbuka.
    (select format('dari {} yang belum selesai', bilangan(count(*))) from kejadian where terbuka having count(*) > 0) as landasan,
    if(jumlah = 0, 'Tidak ada kejadian tingkat tinggi yang belum selesai', kapital(terbilang(jumlah)) || ' kejadian tinggi belum selesai')
        || if(jumlah > 0 and terbatas = 0 and len(tempat) <= 2, ', di ' || daftar(tempat), '')
        || case
            when eskalasi > 0 then format('; {} meningkat', terbilang(eskalasi))
            when ditangani and jumlah = 1 then '; sedang ditangani'
            when ditangani then '; semua sedang ditangani'
            else ''
        end || '.' as kalimat
from terbuka
union all by name
select
    'kelurahan_potensi_tinggi' as kode,
    tinggi::double as nilai,
    status_indikator('kelurahan_potensi_tinggi', tinggi) as status,
    if(tinggi <= 2, daftar(nama_tinggi), 'antara lain ' || nama_tinggi[1]) as sebab,
    format('dari {} kelurahan', bilangan((select count(*) from wilayah))) as landasan,
    format('{} kelurahan berpotensi konflik tinggi', if(tinggi = 0, 'Tidak ada', kapital(terbilang(tinggi))))
        || if(tinggi between 1 and 3, ': ' || daftar(nama_tinggi), '') || '.' as kalimat
from potensi_ringkas
union all by name
select
    'kelurahan_tanpa_fkdm_persen' as kode,
    tanpa_fkdm_persen as nilai,
    status_indikator('kelurahan_tanpa_fkdm_persen', tanpa_fkdm_persen) as status,
    bilangan(tanpa_fkdm) || ' kelurahan belum' as sebab,
    format('{} dari {} aktif', bilangan(fkdm_terbaca - tanpa_fkdm), bilangan(fkdm_terbaca)) as landasan,
    case
        when tanpa_fkdm = 0 then 'FKDM aktif di semua kelurahan yang dilaporkan'
        when tanpa_fkdm <= 2 then 'FKDM belum aktif di ' || daftar(nama_tanpa_fkdm)
        else format('FKDM belum aktif di {} dari {} kelurahan', bilangan(tanpa_fkdm), bilangan(fkdm_terbaca))
    end || '.' as kalimat
from potensi_ringkas
union all by name
select
    'laporan_desk_terlambat_hari' as kode,
    terlambat_hari::double as nilai,
    status_indikator('laporan_desk_terlambat_hari', terlambat_hari) as status,
    'batas ' || tgl(batas) as sebab,
    format('Laporan Desk {} ', tgl_lisan(batas))
        || if(terlambat_hari > 0, format('belum dikirim, lewat {} hari.', bilangan(terlambat_hari)), 'sudah dikirim.') as kalimat
from laporan_desk
where terakhir
