-- Berapa kali tiap kelurahan dan tiap segmen dijangkau kegiatan, kapan terakhir, dan kapan serta oleh siapa berikutnya?
-- Satu baris per kelurahan (tanpa segmen) dan per segmen (tanpa kelurahan) yang disebut dalam kegiatan.
with bertanda as (
    select *, status = 'rencana' and tanggal >= hari_ini() as direncanakan, (tanggal, instansi, tab, baris) as ke
    from kegiatan
)
select
    kelurahan,
    segmen,
    count(*) filter (where terlaksana) as jumlah,
    count(*) filter (where terlaksana and dalam_hari_terakhir(tanggal, aturan('hari_kegiatan'))) as jumlah_terakhir,
    sum(jumlah_peserta) filter (where terlaksana and utuh(kolom_rusak, ['jumlah_peserta'])) as peserta,
    max(tanggal) filter (where terlaksana) as terakhir,
    min(tanggal) filter (where direncanakan) as rencana,
    arg_min(instansi, ke) filter (where direncanakan) as rencana_instansi,
    arg_min(tab, ke) filter (where direncanakan) as rencana_tab,
    arg_min(baris, ke) filter (where direncanakan) as rencana_baris
from bertanda
group by grouping sets ((kelurahan), (segmen))
