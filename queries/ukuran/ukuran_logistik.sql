-- Berapa nilai tiap indikator sarana, prasarana, dan logistik, dan apa statusnya sebelum kelengkapan data ditimbang?
-- Satu baris per indikator.
with barang_ringkas as (
    select
        count(*) filter (where kurang > 0) as kurang,
        count(*) filter (where diketahui) as diketahui,
        count(*) filter (where not diketahui) as belum_diketahui,
        coalesce(bool_and(janji >= hari_ini() and janji is not null) filter (where kurang > 0), true) as janji_berlaku,
        daftar(list(lower(nama) order by siap_persen) filter (where kurang > 0 and janji < hari_ini())) as lewat_janji,
        daftar(list(lower(nama) order by siap_persen) filter (where kurang > 0 and janji is null)) as tanpa_janji,
        case
            when bool_or(kurang > 0) and hari_ini() >= hari_h(aturan('batas_barang_h'))
                then 'batas ' || tgl(hari_h(aturan('batas_barang_h')))
            when max(hari_ini() - janji) filter (where kurang > 0) > 0 then 'janji '
                || arg_max(lower(nama), hari_ini() - janji) filter (where kurang > 0) || ' lewat '
                || bilangan(max(hari_ini() - janji) filter (where kurang > 0)) || ' hari'
            when bool_or(kurang > 0 and janji is null) then 'belum semua dijanjikan'
            when bool_or(kurang > 0) then 'semua sudah dijanjikan'
        end as sebab
    from barang
),
sarpras_ringkas as (
    select count(*) as semua, count(*) filter (where siap) as siap from sarpras
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
barang_dinilai as (
    select
        *,
        status_bersyarat(
            'barang_kurang', kurang, hari_ini() >= hari_h(aturan('batas_barang_h')) or not janji_berlaku
        ) as status
    from barang_ringkas
),
barang_nilai as (
    select
        'barang_kurang' as kode,
        if(diketahui > 0, kurang, null) as nilai,
        status,
        belum_diketahui > 0 as kurang_lengkap,
        sebab,
        format('{} dari {} jenis cukup', bilangan(diketahui - kurang), bilangan(diketahui)) as landasan,
        case
            when kurang = 0 then 'Tidak ada jenis barang yang kurang.'
            when status = 'hijau' then kapital(terbilang(kurang)) || ' jenis barang masih kurang.'
            when hari_ini() >= hari_h(aturan('batas_barang_h')) then kapital(terbilang(kurang))
                || ' jenis barang masih kurang, padahal batasnya ' || tgl_lisan(hari_h(aturan('batas_barang_h'))) || '.'
            when coalesce(lewat_janji, '') = '' and tanpa_janji <> '' then kapital(terbilang(kurang))
                || ' jenis barang masih kurang; belum ada janji pengganti ' || tanpa_janji || '.'
            when lewat_janji <> '' then kapital(terbilang(kurang)) || ' jenis barang masih kurang; janji pengganti '
                || lewat_janji || ' sudah lewat.'
            else kapital(terbilang(kurang)) || ' jenis barang masih kurang; semua sudah dijanjikan penggantinya.'
        end as kalimat
    from barang_dinilai
    union all
    select
        'barang_siap_persen',
        100.0 * (diketahui - kurang) / nullif(diketahui, 0) as nilai,
        status_indikator('barang_siap_persen', 100.0 * (diketahui - kurang) / nullif(diketahui, 0)),
        belum_diketahui > 0,
        bilangan(kurang) || ' jenis kurang',
        format('{} dari {} jenis', bilangan(diketahui - kurang), bilangan(diketahui)) as landasan,
        format('{} dari {} jenis barang siap.', bilangan(diketahui - kurang), bilangan(diketahui))
    from barang_ringkas
),
hibah_dinilai as (
    select
        *,
        -- Lewat batasnya, sisa yang belum cair melanggar aturan, berapa pun bagiannya.
        status_bersyarat(
            'pencairan_' || penerima || '_persen',
            cair_persen,
            hari_ini() > batas_hibah and nphd_belum_terbaca + cair_belum_terbaca = 0
        ) as status
    from hibah
    where penerima in penerima_berbatas()
),
hibah_nilai as (
    select
        'pencairan_' || penerima || '_persen' as kode,
        cair_persen as nilai,
        status,
        nphd_belum_terbaca + cair_belum_terbaca = 0 as sebanding,
        if(
            hari_ini() > batas_hibah,
            'lewat ' || bilangan(hari_ini() - batas_hibah) || ' hari dari batas',
            'batas ' || tgl(batas_hibah)
        ) as sebab,
        if(nphd_belum_terbaca + cair_belum_terbaca = 0, landasan_rupiah(cair_rp, nphd_rp), null) as landasan,
        case
            when nphd_belum_terbaca + cair_belum_terbaca > 0 then 'Hibah ' || nama || ' cair ' || persen(cair_persen)
                || ' menurut baris yang terhitung.'
            when cair_persen >= 100 then 'Hibah ' || nama || ' sudah cair seluruhnya.'
            when status = 'hijau' then format('Hibah {} sudah cair {}.', nama, persen(cair_persen))
            when hari_ini() > batas_hibah then 'Hibah ' || nama || ' baru cair ' || persen(cair_persen)
                || ', padahal batasnya ' || tgl_lisan(batas_hibah) || '.'
            else format('Hibah {} baru cair {}; batasnya {}.', nama, persen(cair_persen), tgl_lisan(batas_hibah))
        end as kalimat
    from hibah_dinilai
    union all
    select
        'selisih_' || penerima || '_rp',
        selisih_rp,
        status_bersyarat(
            'selisih_' || penerima || '_rp',
            abs(selisih_rp),
            not coalesce(dalam_hari_terakhir(sp2d_terbaru, aturan('hari_selisih_hibah')), false)
        ),
        true,
        nama || if(selisih_rp > 0, ' mencatat kurang', ' mencatat lebih'),
        landasan_rupiah(diterima_rp, cair_rp),
        case
            when selisih_rp = 0 then 'Catatan cair BPKPD sama dengan catatan terima ' || nama || '.'
            else format('Catatan hibah BPKPD dan {} berbeda {}.', nama, rupiah(abs(selisih_rp)))
        end
    from hibah_dinilai
)
select kode, nilai::double as nilai, status, kurang_lengkap, sebab, landasan, kalimat from barang_nilai
union all by name
select kode, nilai::double as nilai, status, sebanding, sebab, landasan, kalimat from hibah_nilai
union all by name
select
    'tps_terlayani_persen' as kode,
    persen as nilai,
    status_bersyarat('tps_terlayani_persen', persen, hari_ini() >= hari_h(aturan('batas_barang_h'))) as status,
    berlebih as kurang_lengkap,
    hari_ini() < hari_h(aturan('mulai_dinilai_h')) as belum_waktunya,
    bilangan(belum) || ' TPS belum' as sebab,
    format('{} dari {} TPS', bilangan(sudah), bilangan(semua)) as landasan,
    case
        when hari_ini() < hari_h(aturan('mulai_dinilai_h'))
            then 'Dinilai mulai ' || tgl(hari_h(aturan('mulai_dinilai_h'))) || '.'
        when persen >= 100 then 'Barang sudah sampai di semua TPS.'
        else 'Barang belum sampai di ' || bilangan(belum) || ' TPS; batasnya H-' || aturan_bulat('batas_barang_h') || ', '
            || tgl_lisan(hari_h(aturan('batas_barang_h'))) || '.'
    end as kalimat
from tps
union all by name
select
    'sarpras_siap_persen' as kode,
    100.0 * siap / nullif(semua, 0) as nilai,
    status_indikator('sarpras_siap_persen', 100.0 * siap / nullif(semua, 0)) as status,
    bilangan(semua - siap) || ' belum siap' as sebab,
    format('{} dari {} dukungan', bilangan(siap), bilangan(semua)) as landasan,
    case
        when siap = semua then 'Semua dukungan sarana dan prasarana siap.'
        else kapital(terbilang(semua - siap)) || ' dari ' || bilangan(semua) || ' dukungan sarana dan prasarana belum siap.'
    end as kalimat
from sarpras_ringkas
