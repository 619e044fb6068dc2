-- Sampai mana hibah tiap penerima: naskah, nilai, yang cair, sisanya, dan rencana cair sisanya?
-- Satu baris per penerima, keempatnya, juga yang naskahnya belum ditandatangani.
with naskah as (
    select
        penerima,
        string_agg(distinct nomor_nphd, '; ' order by nomor_nphd) as nomor_nphd,
        max(tanggal_nphd) as tanggal_nphd
    from bpkpd__nphd
    group by penerima
),
keadaan as (
    select
        h.* exclude (tanggal_nphd),
        n.nomor_nphd,
        n.tanggal_nphd,
        r.* exclude (penerima),
        dilaporkan('bpkpd', 'nphd') as nphd_dilaporkan,
        dilaporkan('bpkpd', 'pencairan') as cair_dilaporkan,
        nphd_belum_terbaca = 0 and not mustahil and nphd_rp is not null as naskah_utuh,
        cair_belum_terbaca = 0 and not mustahil as cair_utuh
    from hibah as h
    left join naskah as n using (penerima)
    left join rencana_cair as r using (penerima)
)
select
    penerima,
    nama,
    urutan,
    nomor_nphd,
    tanggal_nphd,
    sekaligus,
    berbatas,
    if(berbatas, batas_hibah, null) as batas,
    if(naskah_utuh, nphd_rp, null)::bigint as nilai_rp,
    if(cair_dilaporkan and cair_utuh, coalesce(cair_rp, 0), null)::bigint as dibayar_rp,
    100.0 * dibayar_rp / nullif(nilai_rp, 0) as persen_cair,
    (nilai_rp - dibayar_rp)::bigint as sisa,
    if(coalesce(sisa > 0, true), rencana_cair, null) as rencana,
    coalesce(rencana is not null and direncanakan_rp < sisa, false) as rencana_sebagian,
    coalesce(rencana < hari_ini(), false) as rencana_lewat,
    coalesce(sisa > 0 and berbatas and hari_ini() > batas, false) as lewat_batas,
    alasan_tertunda,
    case
        when nphd_belum_terbaca > 0 then 'belum_jelas'
        when nomor_nphd is null and nphd_rp is null and not nphd_dilaporkan then 'belum_dilaporkan'
        when nphd_rp is null then 'belum_naskah'
        when not cair_dilaporkan then 'belum_dilaporkan'
        when dibayar_rp is null then 'belum_jelas'
        when sisa < 0 then 'lebih'
        when sisa = 0 then 'penuh'
        when dibayar_rp = 0 then 'belum_cair'
        when persen_cair >= aturan('tahap1_persen') then 'tahap_1'
        else 'sebagian'
    end as golongan,
    case
        when sisa <= 0 or (sisa is null and rencana is null) then null
        when rencana is null and coalesce(rencana_belum_terbaca, 0) > 0 then 'belum jelas'
        when rencana is null and tertunda then 'tertunda, belum ada tanggal'
        when rencana is null then 'belum ada tanggal'
        else tgl_tahun(rencana) || if(rencana_lewat, ', sudah lewat', '')
            || if(rencana_sebagian, ', baru sebagian', '')
    end as kata_rencana
from keadaan
