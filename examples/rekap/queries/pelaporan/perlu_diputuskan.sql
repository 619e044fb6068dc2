-- Apa yang perlu diputuskan rapat tentang pelaporan daerah?
-- Satu baris per hal.
with terbanyak as (
    select daftar(list(provinsi order by belum desc, kode_provinsi)) as nama
    from (select provinsi, belum, kode_provinsi from pelaporan_provinsi where belum > 0 order by belum desc, kode_provinsi limit 3) as p
)
select
    i.status,
    format('Minta daerah yang belum melapor membekukan rapatnya; terbanyak di **{}**.', t.nama) as uraian,
    'Provinsi' as pemilik,
    'usul tenggat ' || tgl(hari_ini() + aturan_bulat('hari_usul_segera')) as tenggat,
    i.kode,
    1 as urut
from indikator as i
cross join terbanyak as t
where i.kode = 'daerah_melapor_persen' and i.status in ('merah', 'kuning') and t.nama is not null
union all by name
select
    i.status,
    format('Minta pengirim memperbaiki **{} kiriman** yang ditolak.', bilangan(i.nilai)) as uraian,
    'Ditjen' as pemilik,
    'usul tenggat ' || tgl(hari_ini() + aturan_bulat('hari_usul_segera')) as tenggat,
    i.kode,
    2 as urut
from indikator as i
where i.kode = 'kiriman_ditolak' and i.nilai > 0
union all by name
select
    i.status,
    format('Tagih **{} janji** rapat daerah yang lewat tenggat.', bilangan(i.nilai)) as uraian,
    'Provinsi' as pemilik,
    'usul tenggat ' || tgl(hari_ini() + aturan_bulat('hari_usul')) as tenggat,
    i.kode,
    3 as urut
from indikator as i
where i.kode = 'janji_daerah_lewat' and i.nilai > 0
