/* rekonsiliasi
judul  = "Belanja hibah"
kiri   = "Penerima: belanja kumulatif"
kanan  = "Penerima: dana diterima"
satuan = "rp"

[memakai]
"kpu/hibah" = ["nilai_diterima", "belanja_kumulatif"]
"bawaslu/hibah" = ["nilai_diterima", "belanja_kumulatif"]
*/
-- Samakah belanja hibah tiap penerima dengan dana yang diterimanya?
-- Satu baris per penerima yang hibahnya berbatas waktu.
with penerima as (
    select
        p.kode as penerima,
        p.label as nama,
        (select bool_or(nihil) from pembandingan_dasar where kode = 'R4' and instansi = p.kode) as hibah_nihil
    from pilihan as p
    where p.daftar = 'penerima_hibah' and p.kode in penerima_berbatas()
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
)
select
    'Belanja hibah ' || nama as kunci,
    nama || ': belanja kumulatif' as kiri,
    belanja_rp as nilai_kiri,
    nama || ': dana diterima' as kanan,
    diterima_rp as nilai_kanan,
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
