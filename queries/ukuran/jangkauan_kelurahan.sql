-- Kelurahan mana yang sudah dan belum dijangkau kegiatan, dan kapan kegiatan berikutnya?
-- Satu baris per kelurahan daerah ini; jumlah NULL bila belum satu lembaga pun melaporkan kegiatan.
with dilaporkan as (
    select bool_or(t.dilaporkan) as ada
    from cakupan as c
    join tab as t using (instansi, tab)
    where c.kode = 'kelurahan_tanpa_kegiatan'
),
terlaksana as (
    select
        kelurahan,
        count(*) filter (where dalam_hari_terakhir(tanggal, aturan('hari_kegiatan'))) as jumlah,
        max(tanggal) as terakhir
    from kegiatan
    where terlaksana
    group by kelurahan
),
rencana as (
    select
        kelurahan,
        min(tanggal) as rencana,
        arg_min(instansi, (tanggal, instansi, tab, baris)) as rencana_instansi,
        arg_min(tab, (tanggal, instansi, tab, baris)) as rencana_tab,
        arg_min(baris, (tanggal, instansi, tab, baris)) as rencana_baris
    from kegiatan
    where status = 'rencana' and tanggal >= hari_ini()
    group by kelurahan
)
select
    w.kelurahan,
    w.kecamatan,
    w.petak_kolom,
    w.petak_baris,
    w.nama_petak,
    if(d.ada, coalesce(t.jumlah, 0), null) as jumlah,
    t.terakhir,
    r.rencana,
    r.rencana_instansi,
    r.rencana_tab,
    r.rencana_baris
from wilayah as w
cross join dilaporkan as d
left join terlaksana as t using (kelurahan)
left join rencana as r using (kelurahan)
