-- Apa yang perlu diputuskan rapat tentang risiko dan pelanggaran?
-- Satu baris per kasus, kelurahan prioritas, atau kerawanan yang menunggu keputusan.
with penangan as (
    select kelurahan, list(distinct kejadian.penangan order by kejadian.penangan) as nama, max(baris) as baris
    from kejadian
    where terbuka and tingkat = 'tinggi' and kelurahan is not null
    group by kelurahan
),
rawan as (
    select kelurahan, min(baris) as baris
    from tps_rawan
    where tingkat = 'tinggi'
    group by kelurahan
)
select
    case
        when sisa_hari < 0 or lewat_lapor then 'merah'
        when sisa_hari is null then 'belum_dilaporkan'
        else 'kuning'
    end as status,
    '**' || id_penanganan || '**' || coalesce(', ' || lower(pokok), '')
        || if(tempat_kejadian = 'Se-Kota', ' se-Kota', coalesce(' di ' || tempat_kejadian, '')) || ': '
        || concat_ws(
            '; ',
            case
                when sisa_hari < 0 then format('lewat tenggat {} hari', bilangan(-sisa_hari))
                when sisa_hari = 0 then 'jatuh tempo hari ini'
                when sisa_hari = 1 then 'jatuh tempo besok'
                when list_contains(kolom_rusak, 'tanggal_registrasi') then 'tenggat belum dapat dihitung, tanggal registrasi belum ada'
            end,
            if(lewat_lapor, format('laporan masuk {} hari sesudah diketahui', bilangan(tanggal_diterima - tanggal_diketahui)), null)
        ) || '.' as uraian,
    'Bawaslu' as pemilik,
    'batas ' || tgl(tenggat) || if(sisa_hari < 0, format(', lewat {} hari', bilangan(-sisa_hari)), '') as tenggat,
    kasus.tenggat as tanggal,
    'bawaslu' as instansi,
    'penanganan' as tab,
    baris
from kasus
where aktif and (sisa_hari <= 1 or lewat_lapor or list_contains(kolom_rusak, 'tanggal_registrasi'))
union all by name
select
    (select status from indikator where kode = 'kelurahan_prioritas') as status,
    format('**{}**: {}.', kelurahan, alasan) as uraian,
    daftar(yang_ada([
        if(logistik = 'ya' or list_contains(n.nama, 'KPU'), 'KPU', null),
        if(tps_rawan = 'ya' or list_contains(n.nama, 'Bawaslu'), 'Bawaslu', null),
        if(potensi_konflik = 'ya' or list_contains(n.nama, 'Kesbangpol'), 'Kesbangpol', null)
    ]) || list_filter(coalesce(n.nama, []), lambda pihak: pihak not in ('KPU', 'Bawaslu', 'Kesbangpol'))) as pemilik,
    -- Kejadian yang belum selesai ditangani menurut tenggat yang sama seperti pada agenda stabilitas.
    if(
        kejadian_tinggi = 'ya' and coalesce(usul('hari_usul_segera') < kampanye_terdekat, true),
        usul_tenggat('hari_usul_segera'),
        coalesce('usul sebelum kampanye ' || tgl(kampanye_terdekat), usul_tenggat('hari_usul'))
    ) as tenggat,
    kampanye_terdekat as tanggal,
    if(kejadian_tinggi = 'ya' or potensi_konflik = 'ya', 'kesbangpol', 'bawaslu') as instansi,
    case
        when kejadian_tinggi = 'ya' then 'kejadian'
        when potensi_konflik = 'ya' then 'potensi_konflik'
        else 'tps_rawan'
    end as tab,
    case
        when kejadian_tinggi = 'ya' then n.baris
        when potensi_konflik = 'ya' then o.baris
        else r.baris
    end as baris
from prioritas
left join penangan as n using (kelurahan)
left join potensi as o using (kelurahan)
left join rawan as r using (kelurahan)
where skor >= aturan_bulat('skor_prioritas')
union all by name
select
    (select status from indikator where kode = 'mitigasi_tinggi_persen') as status,
    format('**{}** tingkat tinggi di {}: mitigasi belum selesai.', any_value(indikator), daftar(list(kelurahan order by kelurahan)
        filter (where status_mitigasi <> 'selesai'))) as uraian,
    'Bawaslu' as pemilik,
    usul_sampai_h('hari_usul_segera') as tenggat,
    'bawaslu' as instansi,
    'tps_rawan' as tab,
    min(baris) filter (where status_mitigasi <> 'selesai') as baris
from tps_rawan
where tingkat = 'tinggi' and utuh(kolom_rusak, ['tingkat', 'status_mitigasi'])
    and not berakhir('mitigasi_tinggi_persen')
group by kode_indikator
having count(*) filter (where status_mitigasi = 'selesai') < count(*)
