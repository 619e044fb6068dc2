/* indikator
nama   = "Hibah pengamanan"
urutan = 9
satuan = "persen"
arah   = "naik"
hijau  = 100
kuning = 40
surut  = true
basis  = "P"
dasar  = "Hibah Polres dan Kodim bersama: hijau {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya; naskah yang cair sekaligus merah bila {hari_hibah_sekaligus} hari sesudah NPHD belum cair seluruhnya (usulan, menunggu persetujuan Sekda)"
bicara = 7

[memakai]
"bpkpd/nphd" = { kolom = ["nilai_nphd", "nilai_addendum"], penentu = ["penerima", "tanggal_nphd", "pola_pencairan"], hanya = "penerima in penerima_pengamanan()" }
"bpkpd/pencairan" = { kolom = ["nilai_sp2d", "status"], penentu = ["penerima", "tahap_pencairan", "tanggal_sp2d"], hanya = "penerima in penerima_pengamanan() and status = 'cair'" }
*/
-- Berapa persen hibah Polres dan Kodim yang sudah cair?
-- Satu baris; kalimatnya menyebut tiap penerima yang belum cair seluruhnya dan rencana cair sisanya.
with penerima as (
    select
        *,
        coalesce(sisa_rp > 0 and berbatas and hari_ini() > batas_hibah, false) as lewat_batas,
        -- Kelebihan bayar seorang penerima tidak menutup sisa yang lain.
        if(nphd_rp is not null and cair_rp is not null, least(cair_rp, nphd_rp), null) as terbayar_rp,
        persen(cair_persen) || coalesce(
            ', rencana ' || if(rencana_proses < hari_ini(), kata_tgl(rencana_proses::date) || ' lewat', tgl_lisan(rencana_proses)), ''
        ) as kata
    from hibah
    left join rencana_cair using (penerima)
    where penerima in penerima_pengamanan()
),
bersama as (
    select
        if(bool_or(mustahil), null, 100.0 * sum(terbayar_rp) / nullif(sum(nphd_rp), 0)) as cair_persen,
        sum(terbayar_rp)::bigint as cair_rp,
        sum(nphd_rp)::bigint as nphd_rp,
        sum(nphd_belum_terbaca + cair_belum_terbaca) = 0 as utuh,
        -- Yang dibayar tanpa naskah tidak ikut dihitung.
        coalesce(bool_or(cair_rp > 0 and nphd_rp is null), false) as tanpa_naskah,
        bool_or(lewat_batas) as lewat_batas,
        min(batas_hibah) filter (where lewat_batas) as batas_hibah,
        list(nama order by urutan) filter (where nphd_rp is not null) as bernaskah,
        list(nama order by urutan) filter (where sisa_rp > 0) as belum,
        list(kata order by urutan) filter (where sisa_rp > 0) as kata_belum
    from penerima
),
dinilai as (
    select *, status_bersyarat('pencairan_pengamanan_persen', cair_persen, lewat_batas and utuh) as status from bersama
)
select
    cair_persen as nilai,
    status,
    utuh as sebanding,
    tanpa_naskah as kurang_lengkap,
    case
        when lewat_batas then format('lewat {} hari dari batas', bilangan(hari_ini() - batas_hibah))
        else coalesce('sisa ' || daftar(belum), 'batasnya tidak ditetapkan')
    end as sebab,
    if(utuh, landasan_rupiah(cair_rp, nphd_rp), null) as landasan,
    case
        when not utuh then format('Hibah pengamanan cair {} menurut baris yang terhitung.', persen(cair_persen))
        when belum is null then format('Hibah {} sudah cair seluruhnya.', daftar(bernaskah))
        when status = 'hijau' then format('Hibah pengamanan sudah cair {}.', persen(cair_persen))
        else format('Hibah {} baru cair {}', belum[1], kata_belum[1]) || coalesce(format('; {} {}', belum[2], kata_belum[2]), '') || '.'
    end as kalimat
from dinilai
