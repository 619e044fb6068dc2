-- Hibah mana yang angkanya tidak dapat benar bersama-sama, jadi tidak ikut dijumlahkan?
-- Satu baris per hibah yang dikirim daerah, dengan sebabnya; satu daerah yang keliru mengubah jumlah nasional.
select
    daerah,
    penerima,
    baris,
    case
        when dibayar_rp > nilai_rp and golongan <> 'lebih'
            then format('cair {}, lebih dari nilainya {}', rupiah_penuh(dibayar_rp), rupiah_penuh(nilai_rp))
        when golongan = 'lebih' and dibayar_rp <= nilai_rp then 'tertulis melebihi NPHD, padahal tidak'
        when golongan = 'penuh' and dibayar_rp <> nilai_rp
            then format('tertulis cair penuh, padahal baru {} dari {}', rupiah_penuh(dibayar_rp), rupiah_penuh(nilai_rp))
        when golongan = 'belum_cair' and dibayar_rp > 0 then format('tertulis belum cair, padahal cair {}', rupiah_penuh(dibayar_rp))
        when golongan in ('tahap_1', 'sebagian') and (dibayar_rp = 0 or dibayar_rp = nilai_rp) then 'tertulis cair sebagian, padahal tidak'
        when sisa_rp <> nilai_rp - dibayar_rp then 'sisanya bukan selisih nilai dan yang cair'
        when abs(persen_cair - 100.0 * dibayar_rp / nullif(nilai_rp, 0)) > 0.1 then 'persennya bukan bagian yang cair'
        when nilai_rp > 1000000 * aturan('hibah_terbesar_juta') then format('nilainya {}, lebih dari yang wajar', rupiah_penuh(nilai_rp))
    end as sebab
from daerah__hibah
where sebab is not null
