-- Samakah catatan hibah BPKPD dengan catatan penerimanya, per tahap (R1, R2), terhadap naskah (R3), dan belanjanya (R4)?
-- Satu baris per pembandingan; kolom bila_beda, bila_kosong, cocok, berjalan, dan hanya dibaca oleh rekonsiliasi.
with penerima as (
    select
        p.kode as penerima,
        p.label as nama,
        if(p.kode = 'kpu', 'R1', 'R2') as kode,
        (select bool_or(nihil) from rekonsiliasi_dasar where kode = 'R4' and instansi = p.kode) as hibah_nihil,
        (select bool_or(nihil) from rekonsiliasi_dasar where kode = 'R3' and tab = 'pencairan') as cair_nihil
    from pilihan as p
    where p.daftar = 'penerima_hibah' and p.kode in penerima_berbatas()
),
jumlah_tahap as (
    select
        penerima,
        tahap as tahap_pencairan,
        sum(nilai_rp) filter (where tab = 'pencairan')::bigint as cair_rp,
        max(tanggal) filter (where tab = 'pencairan') as sp2d_terbaru,
        sum(nilai_rp) filter (where tab = 'hibah')::bigint as diterima_rp
    from catatan_hibah
    where dihitung and tab in ('pencairan', 'hibah')
    group by penerima, tahap
),
-- Tahap pertama selalu dibandingkan, supaya catatan yang belum ada pun terlihat.
tahap as (
    select penerima, tahap_pencairan from jumlah_tahap
    union
    select penerima, tahap_pencairan from hibah_belum_terbaca where tahap_pencairan is not null
    union
    select penerima, 'tahap_1' from penerima
),
-- Jumlah yang sebagian barisnya belum terbaca belum diketahui.
tahap_dibaca as (
    select
        t.*,
        coalesce(bool_or(b.tab = 'pencairan'), false) as cair_sebagian,
        coalesce(bool_or(b.tab = 'hibah'), false) as diterima_sebagian
    from tahap as t
    left join hibah_belum_terbaca as b
        on b.penerima = t.penerima and coalesce(b.tahap_pencairan = t.tahap_pencairan, true)
    group by all
),
per_tahap as (
    select
        p.*,
        lower(sebutan('tahap_pencairan', t.tahap_pencairan)) as nama_tahap,
        if(cair_sebagian, null, coalesce(j.cair_rp, if(p.cair_nihil, 0, null))) as cair_rp,
        if(diterima_sebagian, null, coalesce(j.diterima_rp, if(p.hibah_nihil, 0, null))) as diterima_rp,
        cair_sebagian or diterima_sebagian as sebagian,
        tidak_disebut(cair_sebagian) as tanpa_cair,
        tidak_disebut(diterima_sebagian) as tanpa_diterima,
        j.sp2d_terbaru
    from penerima as p
    join tahap_dibaca as t using (penerima)
    left join jumlah_tahap as j using (penerima, tahap_pencairan)
),
belanja_ringkas as (
    select
        penerima,
        max(belanja_kumulatif) as belanja_rp,
        sum(nilai_diterima) filter (where sudah(tanggal_masuk) and utuh(kolom_rusak, ['nilai_diterima']))::bigint as diterima_rp
    from hibah_diterima
    group by penerima
),
belanja as (
    select
        p.*,
        coalesce(r.belanja_rp, if(p.hibah_nihil, 0, null)) as belanja_rp,
        if(h.diterima_belum_terbaca > 0, null, coalesce(r.diterima_rp, if(p.hibah_nihil, 0, null))) as diterima_rp,
        h.diterima_belum_terbaca,
        tidak_disebut(h.diterima_belum_terbaca > 0) as tanpa_diterima
    from penerima as p
    join hibah as h using (penerima)
    left join belanja_ringkas as r using (penerima)
),
naskah as (
    select
        * exclude (nphd_rp),
        if(nphd_belum_terbaca > 0, null, nphd_rp) as nphd_rp,
        if(
            (select bool_or(dilaporkan) from rekonsiliasi_dasar where kode = 'R3' and tab = 'pencairan')
                and cair_belum_terbaca = 0,
            cair_rp,
            null
        ) as sp2d_rp,
        tidak_disebut(nphd_belum_terbaca > 0) as tanpa_nphd,
        tidak_disebut(cair_belum_terbaca > 0) as tanpa_sp2d,
        hari_ini() - batas_hibah as lewat_hari,
        -- Batas 40/60 tidak diketahui berlaku bagi Polres dan Kodim, jadi mereka tidak dinilai menurutnya.
        penerima in penerima_berbatas() as berbatas
    from hibah
)
select
    kode,
    'logistik' as agenda,
    format('Hibah {} {}', nama, nama_tahap) as kunci,
    'BPKPD: SP2D cair' as kiri,
    cair_rp as nilai_kiri,
    nama || ': dana diterima' as kanan,
    diterima_rp as nilai_kanan,
    'rp' as satuan,
    if(dalam_hari_terakhir(sp2d_terbaru, aturan('hari_selisih_hibah')), 'kuning', 'merah') as bila_beda,
    kapital(nama_tahap) || ': ' || case
        when cair_rp is null and diterima_rp is null and sebagian
            then format('catatan cair BPKPD {}, catatan terima {} {}.', tanpa_cair, nama, tanpa_diterima)
        when cair_rp is null and diterima_rp is null then format('BPKPD dan {} belum melaporkan hibah {}.', nama, nama)
        when diterima_rp is null then format('BPKPD mencatat cair {}, catatan terima {} {}.', rupiah(cair_rp), nama, tanpa_diterima)
        when cair_rp is null then format('{} mencatat diterima {}, catatan cair BPKPD {}.', nama, rupiah(diterima_rp), tanpa_cair)
        when cair_rp = diterima_rp
            then format('BPKPD mencatat cair dan {} mencatat diterima, sama-sama {}.', nama, rupiah(cair_rp))
        else format(
            'BPKPD mencatat cair {}, {} mencatat diterima {}; selisih {}.',
            rupiah(cair_rp), nama, rupiah(diterima_rp), rupiah(abs(cair_rp - diterima_rp))
        )
    end as kalimat
from per_tahap
union all by name
select
    'R3' as kode,
    'logistik' as agenda,
    'Hibah ' || nama || ' menurut NPHD' as kunci,
    'BPKPD: NPHD ' || nama as kiri,
    nphd_rp as nilai_kiri,
    'BPKPD: SP2D cair' as kanan,
    sp2d_rp as nilai_kanan,
    'rp' as satuan,
    true as berjalan,
    if(sp2d_rp > nphd_rp or (berbatas and lewat_hari > 0), 'merah', 'belum_waktunya') as bila_beda,
    case
        when nphd_rp is null and sp2d_rp is null and nphd_belum_terbaca + cair_belum_terbaca > 0
            then format('NPHD {} {}, SP2D-nya {}.', nama, tanpa_nphd, tanpa_sp2d)
        when nphd_rp is null and sp2d_rp is null then format('BPKPD belum melaporkan NPHD dan SP2D {}.', nama)
        when nphd_rp is null then format('BPKPD mencatat SP2D {} cair {}, NPHD-nya {}.', nama, rupiah(sp2d_rp), tanpa_nphd)
        when sp2d_rp is null
            then format('BPKPD mencatat NPHD {} {}, pencairannya {}.', nama, rupiah(nphd_rp::bigint), tanpa_sp2d)
        when sp2d_rp = nphd_rp then format('BPKPD mencatat NPHD {} dan SP2D cair sama-sama {}.', nama, rupiah(sp2d_rp))
        else format('BPKPD mencatat NPHD {} {} dan SP2D cair {}; ', nama, rupiah(nphd_rp::bigint), rupiah(sp2d_rp)) || case
            when sp2d_rp > nphd_rp then format('lebih {}.', rupiah((sp2d_rp - nphd_rp)::bigint))
            else format('kurang {}, ', rupiah((nphd_rp - sp2d_rp)::bigint)) || case
                when not berbatas then 'batas waktunya tidak ditetapkan.'
                when lewat_hari > 0 then format('lewat {} hari dari batas {}.', bilangan(lewat_hari), tgl_lisan(batas_hibah))
                else format('batasnya {}.', tgl_lisan(batas_hibah))
            end
        end
    end as kalimat
from naskah
where berbatas or nphd_rp is not null or sp2d_rp is not null or nphd_belum_terbaca + cair_belum_terbaca > 0
union all by name
select
    'R4' as kode,
    'logistik' as agenda,
    'Belanja hibah ' || nama as kunci,
    nama || ': belanja kumulatif' as kiri,
    belanja_rp as nilai_kiri,
    nama || ': dana diterima' as kanan,
    diterima_rp as nilai_kanan,
    'rp' as satuan,
    true as berjalan,
    -- Belanja cocok selama tidak melebihi dana yang diterima; sisanya memang belum dibelanjakan.
    belanja_rp <= diterima_rp as cocok,
    penerima as hanya,
    case
        when belanja_rp is null and diterima_rp is null and diterima_belum_terbaca > 0
            then format('Dana diterima {} {}, belanjanya belum dilaporkan.', nama, tanpa_diterima)
        when belanja_rp is null and diterima_rp is null then format('{} belum melaporkan dana diterima dan belanjanya.', nama)
        when belanja_rp is null then format('{} mencatat diterima {}, belanjanya belum dilaporkan.', nama, rupiah(diterima_rp))
        when diterima_rp is null
            then format('{} mencatat belanja {}, dana diterimanya {}.', nama, rupiah(belanja_rp), tanpa_diterima)
        else format(
            '{} mencatat belanja {} dari {} yang diterima; {} {}.', nama, rupiah(belanja_rp), rupiah(diterima_rp),
            if(belanja_rp <= diterima_rp, 'sisa', 'lebih'), rupiah(abs(diterima_rp - belanja_rp))
        )
    end as kalimat
from belanja
