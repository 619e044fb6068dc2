-- Apa yang perlu diputuskan rapat tentang dinamika sosial dan stabilitas?
-- Satu baris per kejadian, kelurahan, atau laporan yang menunggu keputusan.
with tinggi as (
    select *, (select i.status from indikator as i where i.kode = 'kejadian_tinggi_terbuka') as kegentingan
    from kejadian
    where terbuka and tingkat = 'tinggi'
),
kejadian_menunggu as (
    select
        kegentingan as status,
        '**' || isu || '** di ' || coalesce(kelurahan, 'Kec. ' || kecamatan)
            || coalesce(' ' || tgl(tanggal_kejadian), '') || ' (' || id_kejadian || '): '
            || coalesce(tindak_lanjut, 'tindak lanjut belum tertulis') || '.' as uraian,
        penangan as pemilik,
        'usul tenggat ' || tgl(usul('hari_usul_segera')) as tenggat,
        tanggal_kejadian as tanggal,
        'kesbangpol' as instansi,
        'kejadian' as tab,
        baris
    from tinggi
    where not terbatas
    union all by name
    select
        any_value(kegentingan) as status,
        '**' || kapital(terbilang(count(*))) || ' kejadian terbatas** tingkat tinggi belum selesai; dibahas tersendiri.'
            as uraian,
        'Kesbangpol' as pemilik
    from tinggi
    where terbatas
    having count(*) > 0
),
potensi_menunggu as (
    select
        (select status from indikator where kode = 'kelurahan_potensi_tinggi') as status,
        '**' || kelurahan || '**: potensi konflik tinggi'
            || if(kampanye_terdekat is not null, ', kampanye terdekat ' || tgl(kampanye_terdekat), '')
            || '; ' || coalesce('rencana: ' || rencana_pencegahan, 'rencana pencegahan belum ada')
            || '.' as uraian,
        'Kesbangpol' as pemilik,
        coalesce('usul sebelum kampanye ' || tgl(kampanye_terdekat), 'usul tenggat ' || tgl(usul('hari_usul'))) as tenggat,
        kampanye_terdekat as tanggal,
        'kesbangpol' as instansi,
        'potensi_konflik' as tab,
        baris
    from potensi
    where tingkat_potensi = 'tinggi'
),
fkdm_menunggu as (
    select
        (select status from indikator where kode = 'kelurahan_tanpa_fkdm_persen') as status,
        '**FKDM belum aktif** di ' || daftar(list(kelurahan order by kelurahan) filter (where not fkdm_aktif)) || '.'
            as uraian,
        'Kesbangpol' as pemilik,
        'usul tenggat ' || tgl(usul('hari_usul')) as tenggat,
        'kesbangpol' as instansi,
        'potensi_konflik' as tab,
        min(baris) filter (where not fkdm_aktif) as baris
    from potensi
    having count(*) filter (where not fkdm_aktif) > 0
),
desk_menunggu as (
    select
        status_indikator('laporan_desk_terlambat_hari', terlambat_hari) as status,
        '**Laporan Desk Pilkada** ' || tgl(batas) || ' belum dikirim ke provinsi.' as uraian,
        'Sekretariat' as pemilik,
        format('batas {}, lewat {} hari', tgl(batas), bilangan(terlambat_hari)) as tenggat,
        batas as tanggal,
        'sekretariat' as instansi,
        'laporan_desk' as tab,
        baris
    from laporan_desk
    where terakhir and terlambat_hari > 0
)
from kejadian_menunggu
union all by name
from potensi_menunggu
union all by name
from fkdm_menunggu
union all by name
from desk_menunggu
