-- Samakah jumlah TPS dan DPT semua kelurahan dengan acuan daerah?
-- Satu baris per jumlah yang berbeda. Selama ada baris yang belum terbaca atau belum ada, jumlahnya memang belum lengkap.
with jumlah as (
    select
        sum(jumlah_tps) as tps,
        sum(dpt_laki_laki + dpt_perempuan) as dpt,
        bool_and(utuh(kolom_rusak, ['jumlah_tps'])) as tps_lengkap,
        bool_and(utuh(kolom_rusak, ['dpt_laki_laki', 'dpt_perempuan'])) as dpt_lengkap
    from kpu__pemilih_tps
),
dibandingkan as (
    select 'jumlah_tps' as kolom, 'Jumlah TPS' as sebut, tps as jumlah, tps_acuan as acuan, nama
    from jumlah, daerah
    where tps_lengkap
    union all
    select 'dpt_laki_laki', 'Jumlah DPT laki-laki dan perempuan', dpt, dpt_acuan, nama
    from jumlah, daerah
    where dpt_lengkap
)
select
    'kpu' as instansi,
    'pemilih_tps' as tab,
    null::integer as baris,
    kolom,
    sebut || ' semua kelurahan ' || bilangan(jumlah::bigint) || ', sedangkan acuan ' || d.nama || ' '
        || bilangan(acuan) || '.' as alasan,
    'periksa kembali angka tiap kelurahan, atau sampaikan bila acuannya yang berubah' as saran
from dibandingkan as d
join tab as t on t.instansi = 'kpu' and t.tab = 'pemilih_tps'
where jumlah <> acuan and t.ditahan = 0 and t.kelurahan_hilang = 0
