-- Bagaimana keadaan tiap janji rapat, tanpa yang ditulis tentangnya, untuk rekap semua daerah?
-- Satu baris per janji. Kode yang bentuknya bukan kode keputusan diganti nomor urut: selnya diketik bebas.
with lembaga as (
    select list(kode) as kode from pilihan where daftar = 'penanggung_jawab_rapat'
)
select
    if(
        regexp_full_match(t.id, 'TL-\d{4}-\d{2}-\d{2}-[0-9A-Za-z]{1,8}'),
        t.id,
        'janji-' || row_number() over (order by t.tanggal_rapat, t.tenggat, t.baris)
    ) as kode,
    a.halaman,
    list_sort(list_intersect(t.penanggung_jawab, l.kode)) as penanggung_jawab,
    t.tenggat,
    case
        when t.ditarik then 'ditarik'
        when t.status = 'belum_dilaporkan' then 'belum_terbaca'
        when t.keadaan = 'selesai' then 'selesai'
        when t.lewat then 'lewat'
        when t.keadaan = 'terkendala' then 'terkendala'
        else 'terbuka'
    end as keadaan,
    t.tanggal_rapat as dicatat
from tindak_lanjut as t
cross join lembaga as l
left join agenda as a on a.halaman = t.agenda
order by t.tanggal_rapat, kode, t.baris
