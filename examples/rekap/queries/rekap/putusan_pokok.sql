-- Apa yang perlu diputuskan rapat tentang daerah yang kritis di tiap pokok, dan yang belum melapor tentangnya?
-- Satu baris per hal; pokoknya di `tentang`.
with hal as (
    select i.*, i.halaman as tentang, lower(a.judul_pendek) as pokok
    from indikator as i
    join agenda as a using (halaman)
    where i.status in ('merah', 'kuning') and i.nilai > 0
)
select
    h.tentang,
    h.status,
    format(
        'Dampingi **{} daerah** yang {}nya kritis, lebih dulu {}.', bilangan(h.nilai), h.pokok,
        (select daftar(list(t.daerah order by t.ke)) from rekap_terberat as t where t.halaman = h.tentang and t.ke <= aturan('sama_paling_sedikit'))
    ) as uraian,
    'Ditjen dan Provinsi' as pemilik,
    'usul tenggat ' || tgl(hari_ini() + aturan_bulat('hari_usul_segera')) as tenggat,
    h.kode,
    1 as urut
from hal as h
where h.kode = h.tentang || '_kritis'
union all by name
select
    h.tentang,
    h.status,
    format('Minta **{} daerah** yang belum melapor membekukan rapatnya.', bilangan(h.nilai)) as uraian,
    'Provinsi' as pemilik,
    'usul tenggat ' || tgl(hari_ini() + aturan_bulat('hari_usul_segera')) as tenggat,
    h.kode,
    2 as urut
from hal as h
where h.kode = h.tentang || '_belum'
