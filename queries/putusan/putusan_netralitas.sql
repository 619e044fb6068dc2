-- Apa yang perlu diputuskan rapat tentang netralitas ASN?
-- Satu baris per rekomendasi, selisih daftar kasus, atau pakta yang menunggu keputusan.
with rekomendasi as (
    select
        if(hari_kerja > aturan_bulat('hari_kerja_rekomendasi') or not di_kota, 'merah', 'kuning') as status,
        'Laksanakan rekomendasi **' || kode_kasus || '**' || coalesce(': ' || lower(sebutan('rekomendasi', rekomendasi)), '')
            || if(di_kota, '', '; belum dicatat Pemkot') || '.' as uraian,
        'PPK (pembina kepegawaian)' || coalesce(', melalui ' || sebutan('pelaksana', pelaksana), '') as pemilik,
        'batas ' || tgl(batas) || case
            when hari_kerja > aturan_bulat('hari_kerja_rekomendasi')
                then ', lewat ' || bilangan(hari_kerja - aturan_bulat('hari_kerja_rekomendasi')) || ' hari kerja'
            else ''
        end as tenggat,
        1 as urut,
        batas as tanggal,
        if(di_kota, 'kesbangpol', 'bawaslu') as instansi,
        if(di_kota, 'tindak_lanjut_asn', 'netralitas_asn') as tab,
        if(di_kota, baris_kota, baris_bawaslu) as baris
    from kasus_asn
    where menunggu = 'ppk'
),
beda_daftar as (
    select
        'kuning' as status,
        'Samakan daftar kasus: **' || daftar(beberapa(list(kode_kasus order by kode_kasus))) || '** belum ada di Bawaslu.' as uraian,
        'Kesbangpol dan Bawaslu' as pemilik,
        'usul tenggat ' || tgl(usul('hari_usul_segera')) as tenggat,
        2 as urut,
        'kesbangpol' as instansi,
        'tindak_lanjut_asn' as tab,
        min(baris_kota) as baris
    from kasus_asn
    -- Selama Bawaslu sendiri belum melapor, belum ada daftar yang dapat disamakan.
    where not di_bawaslu and exists (from tab where instansi = 'bawaslu' and tab = 'netralitas_asn' and dilaporkan)
    having count(*) > 0
),
pakta as (
    select
        i.status,
        '**' || bilangan(sum(p.belum)::bigint) || ' ASN** di ' || bilangan(count(*))
            || ' perangkat daerah belum menandatangani pakta.' as uraian,
        'Sekretariat' as pemilik,
        'usul tenggat ' || tgl(usul('hari_usul')) as tenggat,
        3 as urut,
        'kesbangpol' as instansi,
        'pakta_integritas' as tab
    from pakta_asn as p, indikator as i
    where i.kode = 'pakta_integritas_persen' and i.status in ('kuning', 'merah') and p.belum > 0
    group by i.status
)
from rekomendasi
union all by name
from beda_daftar
union all by name
from pakta
