-- Berapa nilai tiap indikator sarana, prasarana, dan logistik, dan apa statusnya sebelum kelengkapan data ditimbang?
-- Satu baris per indikator.
with barang_ringkas as (
    select
        count(*) filter (where kurang > 0) as kurang,
        count(*) filter (where diketahui) as diketahui,
        count(*) filter (where not diketahui) as belum_diketahui,
        coalesce(bool_and(coalesce(lewat_hari <= 0, false)) filter (where kurang > 0), true) as janji_berlaku,
        daftar(list(lower(nama) order by siap_persen) filter (where kurang > 0 and lewat_hari > 0)) as lewat_janji,
        daftar(list(lower(nama) order by siap_persen) filter (where kurang > 0 and janji is null)) as tanpa_janji,
        case
            when bool_or(kurang > 0) and lewat_batas_barang() then 'batas ' || tgl(hari_h(aturan('batas_barang_h')))
            when max(lewat_hari) filter (where kurang > 0) > 0 then format(
                'janji {} lewat {} hari',
                arg_max(lower(nama), lewat_hari) filter (where kurang > 0),
                bilangan(max(lewat_hari) filter (where kurang > 0))
            )
            when bool_or(kurang > 0 and janji is null) then 'belum semua dijanjikan'
            when bool_or(kurang > 0) then 'semua sudah dijanjikan'
        end as sebab
    from (select *, hari_ini() - janji as lewat_hari from barang)
),
sarpras_ringkas as (
    select count(*) as semua, count(*) filter (where siap) as beres, 100.0 * beres / nullif(semua, 0) as persen from sarpras
),
tps as (
    select
        100.0 * sum(tps_diterima) / nullif(sum(jumlah_tps), 0) as persen,
        sum(jumlah_tps) - sum(tps_diterima) as belum,
        sum(tps_diterima) as sudah,
        sum(jumlah_tps) as semua,
        (select bool_or(tps_berlebih) from kelurahan_tps) as berlebih
    from kelurahan_tps
    where tps_diterima is not null and jumlah_tps is not null
),
hibah_dinilai as (
    select
        *,
        -- Lewat batasnya, sisa yang belum cair melanggar aturan, berapa pun bagiannya.
        status_bersyarat('pencairan_' || penerima || '_persen', cair_persen, lewat_batas and utuh) as status
    from (select *, nphd_belum_terbaca + cair_belum_terbaca = 0 as utuh, hari_ini() > batas_hibah as lewat_batas from hibah)
    where penerima in penerima_berbatas()
)
select
    'barang_kurang' as kode,
    if(diketahui > 0, kurang, null)::double as nilai,
    status,
    belum_diketahui > 0 as kurang_lengkap,
    sebab,
    format('{} dari {} jenis cukup', bilangan(diketahui - kurang), bilangan(diketahui)) as landasan,
    if(kurang = 0, 'Tidak ada jenis barang yang kurang', kapital(terbilang(kurang)) || ' jenis barang masih kurang') || case
        when kurang = 0 or status = 'hijau' then ''
        when lewat_batas_barang() then ', padahal batasnya ' || tgl_lisan(hari_h(aturan('batas_barang_h')))
        when lewat_janji <> '' then format('; janji pengganti {} sudah lewat', lewat_janji)
        when tanpa_janji <> '' then '; belum ada janji pengganti ' || tanpa_janji
        else '; semua sudah dijanjikan penggantinya'
    end || '.' as kalimat
from (
    select *, status_bersyarat('barang_kurang', kurang, lewat_batas_barang() or not janji_berlaku) as status
    from barang_ringkas
)
union all by name
select
    'barang_siap_persen' as kode,
    persen as nilai,
    status_indikator('barang_siap_persen', persen) as status,
    belum_diketahui > 0 as kurang_lengkap,
    bilangan(kurang) || ' jenis kurang' as sebab,
    format('{} dari {} jenis', bilangan(diketahui - kurang), bilangan(diketahui)) as landasan,
    format('{} dari {} jenis barang siap.', bilangan(diketahui - kurang), bilangan(diketahui)) as kalimat
from (select *, 100.0 * (diketahui - kurang) / nullif(diketahui, 0) as persen from barang_ringkas)
union all by name
select
    'pencairan_' || penerima || '_persen' as kode,
    cair_persen as nilai,
    status,
    utuh as sebanding,
    if(lewat_batas, format('lewat {} hari dari batas', bilangan(hari_ini() - batas_hibah)), 'batas ' || tgl(batas_hibah)) as sebab,
    if(utuh, landasan_rupiah(cair_rp, nphd_rp), null) as landasan,
    case
        when not utuh then format('Hibah {} cair {} menurut baris yang terhitung.', nama, persen(cair_persen))
        when cair_persen >= 100 then format('Hibah {} sudah cair seluruhnya.', nama)
        when status = 'hijau' then format('Hibah {} sudah cair {}.', nama, persen(cair_persen))
        else format('Hibah {} baru cair {}', nama, persen(cair_persen))
            || if(lewat_batas, ', padahal batasnya ', '; batasnya ') || tgl_lisan(batas_hibah) || '.'
    end as kalimat
from hibah_dinilai
union all by name
select
    'selisih_' || penerima || '_rp' as kode,
    selisih_rp as nilai,
    status_bersyarat(
        'selisih_' || penerima || '_rp',
        abs(selisih_rp),
        not coalesce(dalam_hari_terakhir(sp2d_terbaru, aturan('hari_selisih_hibah')), false)
    ) as status,
    true as sebanding,
    nama || if(selisih_rp > 0, ' mencatat kurang', ' mencatat lebih') as sebab,
    landasan_rupiah(diterima_rp, cair_rp) as landasan,
    if(
        selisih_rp = 0,
        format('Catatan cair BPKPD sama dengan catatan terima {}.', nama),
        format('Catatan hibah BPKPD dan {} berbeda {}.', nama, rupiah(abs(selisih_rp)))
    ) as kalimat
from hibah_dinilai
union all by name
select
    'tps_terlayani_persen' as kode,
    persen as nilai,
    status_bersyarat('tps_terlayani_persen', persen, lewat_batas_barang()) as status,
    berlebih as kurang_lengkap,
    belum_dinilai() as belum_waktunya,
    bilangan(belum) || ' TPS belum' as sebab,
    format('{} dari {} TPS', bilangan(sudah), bilangan(semua)) as landasan,
    case
        when belum_dinilai() then nanti_dinilai()
        when persen >= 100 then 'Barang sudah sampai di semua TPS.'
        else format('Barang belum sampai di {} TPS; batasnya ', bilangan(belum))
            || format('H-{}, {}.', aturan_bulat('batas_barang_h'), tgl_lisan(hari_h(aturan('batas_barang_h'))))
    end as kalimat
from tps
union all by name
select
    'sarpras_siap_persen' as kode,
    persen as nilai,
    status_indikator('sarpras_siap_persen', persen) as status,
    bilangan(semua - beres) || ' belum siap' as sebab,
    format('{} dari {} dukungan', bilangan(beres), bilangan(semua)) as landasan,
    if(
        beres = semua,
        'Semua dukungan sarana dan prasarana siap.',
        format('{} dari {} dukungan sarana dan prasarana belum siap.', kapital(terbilang(semua - beres)), bilangan(semua))
    ) as kalimat
from sarpras_ringkas
