-- Kapan hibah yang belum cair direncanakan cair?
-- Satu baris per penerima yang mencatat pencairan yang belum cair; rencananya hari terakhir dari semua barisnya.
select
    penerima,
    max(tanggal_rencana_cair) as rencana_cair,
    max(tanggal_rencana_cair) filter (where status = 'proses') as rencana_proses,
    sum(nilai_sp2d) filter (where tanggal_rencana_cair is not null) as direncanakan_rp,
    count(*) filter (where not utuh(kolom_rusak, ['tanggal_rencana_cair'])) as rencana_belum_terbaca,
    bool_or(status = 'tertunda') as tertunda,
    string_agg(distinct alasan_tertunda, '; ' order by alasan_tertunda) filter (where status = 'tertunda') as alasan_tertunda
from bpkpd__pencairan
where status in ('proses', 'tertunda')
group by penerima
