-- Apa yang perlu diputuskan rapat tentang netralitas ASN?
-- Satu baris per rekomendasi, selisih daftar kasus, atau pakta yang menunggu keputusan.
with rekomendasi_menunggu as (
    select *, hari_kerja - aturan_bulat('hari_kerja_rekomendasi') as lewat
    from kasus_asn
    where menunggu = 'ppk'
)
select
    if(lewat > 0 or not di_kota, 'merah', 'kuning') as status,
    format('Laksanakan rekomendasi **{}**', kode_kasus) || coalesce(': ' || lower(sebutan('rekomendasi', rekomendasi)), '')
        || if(di_kota, '.', '; belum dicatat Pemkot.') as uraian,
    'PPK (pembina kepegawaian)' || coalesce(', melalui ' || sebutan('pelaksana', pelaksana), '') as pemilik,
    'batas ' || tgl(batas) || if(lewat > 0, format(', lewat {} hari kerja', bilangan(lewat)), '') as tenggat,
    1 as urut,
    batas as tanggal,
    if(di_kota, 'kesbangpol', 'bawaslu') as instansi,
    if(di_kota, 'tindak_lanjut_asn', 'netralitas_asn') as tab,
    if(di_kota, baris_kota, baris_bawaslu) as baris
from rekomendasi_menunggu
union all by name
select
    'kuning' as status,
    format('Samakan daftar kasus: **{}** belum ada di Bawaslu.', daftar(beberapa(list(kode_kasus order by kode_kasus)))) as uraian,
    'Kesbangpol dan Bawaslu' as pemilik,
    usul_tenggat('hari_usul_segera') as tenggat,
    2 as urut,
    'kesbangpol' as instansi,
    'tindak_lanjut_asn' as tab,
    min(baris_kota) as baris
from kasus_asn
-- Selama Bawaslu sendiri belum melapor, belum ada daftar yang dapat disamakan.
where not di_bawaslu and dilaporkan('bawaslu', 'netralitas_asn')
having count(*) > 0
union all by name
select
    i.status,
    format('**{} ASN** di {} perangkat daerah belum menandatangani pakta.', bilangan(sum(p.belum)::bigint), bilangan(count(*))) as uraian,
    'Sekretariat' as pemilik,
    usul_sampai_h('hari_usul') as tenggat,
    3 as urut,
    'kesbangpol' as instansi,
    'pakta_integritas' as tab
from pakta_asn as p, indikator as i
where i.kode = 'pakta_integritas_persen' and i.status in ('kuning', 'merah') and p.belum > 0
group by i.status
