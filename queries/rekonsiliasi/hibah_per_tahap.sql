-- Samakah catatan cair BPKPD dengan catatan terima tiap penerima hibah, per tahap?
-- Satu baris per penerima yang hibahnya berbatas waktu dan tahap.
with penerima as (
    select
        p.kode as penerima,
        p.label as nama,
        (select bool_or(nihil) from pembandingan_dasar where kode = 'R4' and instansi = p.kode) as hibah_nihil,
        (select bool_or(nihil) from pembandingan_dasar where kode = 'R3' and tab = 'pencairan') as cair_nihil
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
)
select
    penerima,
    format('Hibah {} {}', nama, nama_tahap) as kunci,
    cair_rp as nilai_kiri,
    diterima_rp as nilai_kanan,
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
