/* rekonsiliasi
judul  = "Hibah menurut NPHD"
kiri   = "BPKPD: NPHD"
kanan  = "BPKPD: SP2D cair"
satuan = "rp"

[memakai]
"bpkpd/nphd" = ["nilai_nphd", "nilai_addendum"]
"bpkpd/pencairan" = ["nilai_sp2d", "status"]
"bpkpd/pendanaan_bersama" = { kolom = [], boleh_kosong = true }
*/
-- Samakah nilai naskah hibah tiap penerima dengan SP2D yang sudah cair?
-- Satu baris per penerima.
with naskah as (
    select
        * exclude (nphd_rp),
        if(nphd_belum_terbaca > 0, null, nphd_rp) as nphd_rp,
        if(
            (select bool_or(dilaporkan) from pembandingan_dasar where kode = 'R3' and tab = 'pencairan')
                and cair_belum_terbaca = 0,
            cair_rp,
            null
        ) as sp2d_rp,
        tidak_disebut(nphd_belum_terbaca > 0) as tanpa_nphd,
        tidak_disebut(cair_belum_terbaca > 0) as tanpa_sp2d,
        hari_ini() - batas_hibah as lewat_hari
    from hibah
    left join rencana_cair using (penerima)
    cross join (select kalimat as bersama from pendanaan_bersama)
)
select
    'Hibah ' || nama || ' menurut NPHD' as kunci,
    'BPKPD: NPHD ' || nama as kiri,
    nphd_rp as nilai_kiri,
    sp2d_rp as nilai_kanan,
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
                when not berbatas or batas_hibah is null then 'batas waktunya tidak ditetapkan'
                when lewat_hari > 0 then format('lewat {} hari dari batas {}', bilangan(lewat_hari), tgl_lisan(batas_hibah))
                else format('batasnya {}', tgl_lisan(batas_hibah))
            end
            || coalesce('; sisanya direncanakan cair ' || tgl_rencana(rencana_cair), '')
            -- Yang ditanggung provinsi adalah kegiatan penyelenggara, bukan pengamanan.
            || if(penerima in penerima_berbatas(), coalesce('; ' || bersama, ''), '') || '.'
        end
    end as kalimat
from naskah
where berbatas or nphd_rp is not null or sp2d_rp is not null or nphd_belum_terbaca + cair_belum_terbaca > 0
