-- Apa yang perlu diputuskan rapat tentang posyandu, penimbangan, dan gizi?
-- Satu baris per hal.
select
    i.status,
    format(
        'Penimbangan susulan di **{}**: {} balita belum ditimbang.',
        daftar(list(p.kelurahan order by p.ditimbang_persen)), bilangan(sum(p.belum_ditimbang)::bigint)
    ) as uraian,
    'Dinkes dan Camat' as pemilik,
    'usul tenggat ' || tgl(hari_ini() + aturan_bulat('hari_usul_segera')) as tenggat,
    'dinkes' as instansi,
    'posyandu' as tab,
    min(p.baris) as baris,
    1 as urut
from posyandu as p
join indikator as i on i.kode = 'balita_ditimbang_persen'
where i.status in ('merah', 'kuning') and p.ditimbang_persen < aturan('balita_rendah_persen')
group by i.status
union all by name
select
    i.status,
    format('Rujuk **{} balita** bermasalah gizi di {}.', bilangan(sum(g.balita_masalah_gizi - g.balita_ditangani)::bigint), daftar(list(g.kecamatan order by g.kecamatan))) as uraian,
    'Dinkes dan Puskesmas' as pemilik,
    'usul tenggat ' || tgl(hari_ini() + aturan_bulat('hari_usul_segera')) as tenggat,
    'dinkes' as instansi,
    'gizi' as tab,
    min(g.baris) as baris,
    2 as urut
from dinkes__gizi as g
join indikator as i on i.kode = 'masalah_gizi_ditangani_persen'
where i.status in ('merah', 'kuning') and g.balita_ditangani < g.balita_masalah_gizi
group by i.status
union all by name
select
    i.status,
    format('Buka lagi **{} posyandu** yang berhenti.', bilangan(sum(p.jumlah_posyandu - p.posyandu_aktif)::bigint)) as uraian,
    'Dinkes' as pemilik,
    'usul tenggat ' || tgl(hari_ini() + aturan_bulat('hari_usul')) as tenggat,
    'dinkes' as instansi,
    'posyandu' as tab,
    3 as urut
from posyandu as p
join indikator as i on i.kode = 'posyandu_aktif_persen'
where i.status in ('merah', 'kuning') and p.posyandu_aktif < p.jumlah_posyandu
group by i.status
