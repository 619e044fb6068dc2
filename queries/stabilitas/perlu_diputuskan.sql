-- Apa yang perlu diputuskan rapat tentang dinamika sosial dan stabilitas?
-- Satu baris per kejadian, kelurahan, atau laporan yang menunggu keputusan.
with tinggi as (
    select *, (select i.status from indikator as i where i.kode = 'kejadian_tinggi_terbuka') as kegentingan
    from kejadian
    where terbuka and tingkat = 'tinggi'
)
select
    kegentingan as status,
    format('**{}** di {}', isu, coalesce(kelurahan, 'Kec. ' || kecamatan)) || coalesce(' ' || tgl(tanggal_kejadian), '')
        || format(' ({}): {}.', id_kejadian, coalesce(tindak_lanjut, 'tindak lanjut belum tertulis')) as uraian,
    penangan as pemilik,
    usul_tenggat('hari_usul_segera') as tenggat,
    tanggal_kejadian as tanggal,
    'kesbangpol' as instansi,
    'kejadian' as tab,
    baris
from tinggi
where not terbatas
union all by name
select
    any_value(kegentingan) as status,
    format('**{} kejadian terbatas** tingkat tinggi belum selesai; dibahas tersendiri.', kapital(terbilang(count(*)))) as uraian,
    'Kesbangpol' as pemilik
from tinggi
where terbatas
having count(*) > 0
union all by name
select
    (select status from indikator where kode = 'kelurahan_potensi_tinggi') as status,
    format('**{}**: potensi konflik tinggi', kelurahan) || coalesce(', kampanye terdekat ' || tgl(kampanye_terdekat), '')
        || format('; {}.', coalesce('rencana: ' || rencana_pencegahan, 'rencana pencegahan belum ada')) as uraian,
    'Kesbangpol' as pemilik,
    coalesce('usul sebelum kampanye ' || tgl(kampanye_terdekat), usul_tenggat('hari_usul')) as tenggat,
    kampanye_terdekat as tanggal,
    'kesbangpol' as instansi,
    'potensi_konflik' as tab,
    baris
from potensi
where tingkat_potensi = 'tinggi'
union all by name
select
    (select status from indikator where kode = 'kelurahan_tanpa_fkdm_persen') as status,
    format('**FKDM belum aktif** di {}.', daftar(list(kelurahan order by kelurahan))) as uraian,
    'Kesbangpol' as pemilik,
    usul_tenggat('hari_usul') as tenggat,
    'kesbangpol' as instansi,
    'potensi_konflik' as tab,
    min(baris) as baris
from potensi
where not fkdm_aktif
having count(*) > 0
union all by name
select
    status_indikator('laporan_desk_terlambat_hari', terlambat_hari) as status,
    format('**Laporan Desk Pilkada** {} belum dikirim ke provinsi.', tgl(batas)) as uraian,
    'Sekretariat' as pemilik,
    format('batas {}, lewat {} hari', tgl(batas), bilangan(terlambat_hari)) as tenggat,
    batas as tanggal,
    'sekretariat' as instansi,
    'laporan_desk' as tab,
    baris
from laporan_desk
where terakhir and terlambat_hari > 0
