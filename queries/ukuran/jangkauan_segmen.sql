-- Segmen pemilih mana yang sudah dan belum dijangkau kegiatan, dan kapan kegiatan berikutnya?
-- Satu baris per segmen; jumlah NULL bila belum satu lembaga pun melaporkan kegiatan.
with dilaporkan as (
    select bool_or(t.dilaporkan) as ada
    from cakupan as c
    join tab as t using (instansi, tab)
    where c.kode = 'segmen_tanpa_kegiatan'
),
terlaksana as (
    select
        segmen,
        count(*) as jumlah,
        sum(jumlah_peserta) filter (where utuh(kolom_rusak, ['jumlah_peserta'])) as peserta,
        max(tanggal) as terakhir
    from kegiatan
    where terlaksana
    group by segmen
),
rencana as (
    select
        segmen,
        min(tanggal) as rencana,
        arg_min(instansi, (tanggal, instansi, tab, baris)) as rencana_instansi,
        arg_min(tab, (tanggal, instansi, tab, baris)) as rencana_tab,
        arg_min(baris, (tanggal, instansi, tab, baris)) as rencana_baris
    from kegiatan
    where status = 'rencana' and tanggal >= hari_ini()
    group by segmen
)
select
    p.kode as segmen,
    p.label as nama,
    p.urutan,
    if(d.ada, coalesce(t.jumlah, 0), null) as jumlah,
    if(d.ada, coalesce(t.peserta, 0), null)::bigint as peserta,
    t.terakhir,
    r.rencana,
    r.rencana_instansi,
    r.rencana_tab,
    r.rencana_baris
from pilihan as p
cross join dilaporkan as d
left join terlaksana as t on t.segmen = p.kode
left join rencana as r on r.segmen = p.kode
where p.daftar = 'segmen'
