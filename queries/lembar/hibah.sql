-- Berapa hibah tiap penerima menurut naskahnya, menurut pembayaran BPKPD, dan menurut penerimanya, dan kapan harus cair?
-- Satu baris per penerima. Selisih dan sisa dari jumlah yang sebagian barisnya belum terbaca belum diketahui; begitu pula
-- bagian yang cair dan sisanya bila yang cair melebihi naskah karena angka yang masih diragukan, dan nilai naskah yang
-- menjadi nol atau kurang.
with naskah as (
    select
        penerima,
        tanggal_nphd,
        nilai_nphd + coalesce(nilai_addendum, 0) as nilai_rp,
        coalesce(pola_pencairan = 'sekaligus', false) as sekaligus,
        case
            when sekaligus then tanggal_nphd + aturan_bulat('hari_hibah_sekaligus')
            when penerima in penerima_berbatas() then batas_hibah_bertahap()
        end as batas
    from bpkpd__nphd
    where utuh(kolom_rusak, ['nilai_nphd', 'nilai_addendum'])
),
nphd as (
    select
        penerima,
        if(sum(nilai_rp) > 0, sum(nilai_rp), null) as nphd_rp,
        coalesce(sum(nilai_rp) <= 0, false) as tanpa_nilai,
        min(tanggal_nphd) as tanggal_nphd,
        bool_or(sekaligus) as sekaligus
    from naskah
    group by penerima
),
cair as (
    select penerima, sum(nilai_sp2d) as cair_rp, max(tanggal_sp2d) as sp2d_terbaru
    from sp2d_cair
    group by penerima
),
-- Hari pertama yang naskahnya harus cair lebih banyak daripada yang cair; bila tidak ada, hari terakhir, kecuali sebagian
-- naskahnya tanpa batas.
tempo as (
    select
        penerima,
        coalesce(
            min(batas) filter (where jatuh_rp > coalesce(cair_rp, 0)), if(count(*) = count(batas), max(batas), null)
        ) as batas_hibah
    from (select *, sum(nilai_rp) over (partition by penerima order by batas) as jatuh_rp from naskah)
    left join cair using (penerima)
    group by penerima
),
diterima_jumlah as (
    select penerima, sum(nilai_diterima) as diterima_rp, max(belanja_kumulatif) as belanja_rp
    from hibah_diterima
    where sudah(tanggal_masuk) and utuh(kolom_rusak, ['nilai_diterima'])
    group by penerima
),
ragu as (
    select n.penerima
    from bpkpd__nphd as n
    join baris as b on b.instansi = 'bpkpd' and b.tab = 'nphd' and b.baris = n.baris
    where diragukan(b.kolom_ragu, ['nilai_nphd', 'nilai_addendum'])
    union
    select p.penerima
    from bpkpd__pencairan as p
    join baris as b on b.instansi = 'bpkpd' and b.tab = 'pencairan' and b.baris = p.baris
    where diragukan(b.kolom_ragu, ['nilai_sp2d'])
),
belum_terbaca as (
    select
        penerima,
        count(*) filter (where tab = 'nphd') as nphd,
        count(*) filter (where tab = 'pencairan') as cair,
        count(*) filter (where tab = 'hibah') as diterima
    from hibah_belum_terbaca
    group by penerima
)
select
    p.kode as penerima,
    p.label as nama,
    p.urutan,
    coalesce(b.nphd, 0) + if(coalesce(nphd.tanpa_nilai, false), 1, 0) as nphd_belum_terbaca,
    coalesce(b.cair, 0) as cair_belum_terbaca,
    coalesce(b.diterima, 0) as diterima_belum_terbaca,
    coalesce(cair_rp > nphd_rp, false) and r.penerima is not null as mustahil,
    nphd_rp,
    if(nphd_rp is not null or cair_rp is not null, coalesce(cair_rp, 0), null)::bigint as cair_rp,
    diterima_rp,
    belanja_rp,
    sp2d_terbaru,
    tanggal_nphd,
    if(mustahil, null, 100.0 * coalesce(cair_rp, 0) / nullif(nphd_rp, 0)) as cair_persen,
    if(coalesce(b.cair + b.diterima, 0) = 0, coalesce(cair_rp, 0) - diterima_rp, null) as selisih_rp,
    if(nphd_belum_terbaca + cair_belum_terbaca = 0 and not mustahil, nphd_rp - coalesce(cair_rp, 0), null) as sisa_rp,
    coalesce(nphd.sekaligus, false) as sekaligus,
    -- Batas 40/60 tidak diketahui berlaku bagi Polres dan Kodim; naskah yang sekaligus menyebut sendiri batasnya.
    p.kode in penerima_berbatas() or coalesce(nphd.sekaligus, false) as berbatas,
    case when tempo.penerima is null or not berbatas then batas_hibah_bertahap() else tempo.batas_hibah end as batas_hibah
from pilihan as p
left join nphd on nphd.penerima = p.kode
left join cair on cair.penerima = p.kode
left join tempo on tempo.penerima = p.kode
left join diterima_jumlah on diterima_jumlah.penerima = p.kode
left join belum_terbaca as b on b.penerima = p.kode
left join ragu as r on r.penerima = p.kode
where p.daftar = 'penerima_hibah'
