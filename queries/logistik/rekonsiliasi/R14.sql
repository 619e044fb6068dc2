/* rekonsiliasi
judul  = "Sisa hibah dan pengembaliannya"
kiri   = "Penerima: diterima dikurangi belanja"
kanan  = "BPKPD: dikembalikan"
satuan = "rp"

[memakai]
"kpu/hibah" = ["nilai_diterima", "belanja_kumulatif"]
"bawaslu/hibah" = ["nilai_diterima", "belanja_kumulatif"]
"bpkpd/pengembalian" = { kolom = ["nilai_kembali"], boleh_kosong = true }
*/
-- Samakah hibah yang tidak dibelanjakan menurut penerimanya dengan yang dikembalikan menurut BPKPD?
-- Satu baris per penerima yang mencatat sendiri penerimaannya; sejak sesudah pemungutan suara, atau sejak Pengembalian diisi.
with dua_pihak as (
    select
        h.penerima,
        h.nama,
        if(h.diterima_belum_terbaca = 0, (h.diterima_rp - h.belanja_rp)::bigint, null) as sisa_rp,
        if(
            coalesce(k.dilaporkan, false), k.kembali_rp,
            if((select bool_or(nihil) from pembandingan_dasar where kode = 'R14' and tab = 'pengembalian'), 0, null)
        )::bigint as kembali_rp,
        k.baris is not null and k.kembali_rp is null as kembali_belum_terbaca,
        b.batas,
        coalesce(hari_ini() > b.batas, false) as lewat
    from hibah as h
    left join pengembalian as k using (penerima)
    cross join (select batas_pengembalian() as batas) as b
    where h.penerima in penerima_berbatas()
)
select
    'Sisa hibah ' || nama as kunci,
    nama || ': diterima dikurangi belanja' as kiri,
    sisa_rp as nilai_kiri,
    kembali_rp as nilai_kanan,
    true as berjalan,
    penerima as hanya,
    case when kembali_rp > sisa_rp or lewat then 'merah' when batas is null then 'belum_waktunya' else 'kuning' end as bila_beda,
    case
        when sisa_rp is null and kembali_rp is null
            then format('Sisa hibah {} dan pengembaliannya belum dilaporkan.', nama)
        when sisa_rp is null then format(
            'BPKPD mencatat {} mengembalikan {}; yang diterima atau dibelanjakannya belum dilaporkan.', nama, rupiah(kembali_rp)
        )
        when kembali_rp is null then format(
            '{} mencatat sisa hibah {}, pengembaliannya {}.', nama, rupiah(sisa_rp), tidak_disebut(kembali_belum_terbaca)
        )
        when sisa_rp = kembali_rp
            then format('{} mencatat sisa hibah {} dan BPKPD mencatatnya kembali seluruhnya.', nama, rupiah(sisa_rp))
        when kembali_rp > sisa_rp then format(
            '{} mencatat sisa hibah {}, BPKPD mencatat kembali {}; lebih {}.',
            nama, rupiah(sisa_rp), rupiah(kembali_rp), rupiah(kembali_rp - sisa_rp)
        )
        else format(
            '{} mencatat sisa hibah {}, BPKPD mencatat kembali {}; belum kembali {}',
            nama, rupiah(sisa_rp), rupiah(kembali_rp), rupiah(sisa_rp - kembali_rp)
        ) || coalesce(if(lewat, ', padahal batasnya ', ', batasnya ') || tgl_lisan(batas), '') || '.'
    end as kalimat
from dua_pihak
where hari_ini() > hari_h(0) or dilaporkan('bpkpd', 'pengembalian')
