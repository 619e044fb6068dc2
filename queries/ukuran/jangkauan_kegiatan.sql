-- Berapa kali tiap kelurahan dan tiap segmen dijangkau kegiatan, kapan terakhir, dan kapan serta oleh siapa berikutnya?
-- Satu baris per kelurahan (tanpa segmen) dan per segmen (tanpa kelurahan) yang disebut dalam kegiatan.
with bertanda as (
    select
        *,
        -- Sesudah selesai dinilai, kegiatan dan jendelanya berhenti di hari terakhirnya: nilai itulah yang tetap.
        terlaksana and tanggal <= hari_nilai('segmen_tanpa_kegiatan') as menjangkau,
        status = 'rencana' and tanggal >= hari_ini() and not berakhir('segmen_tanpa_kegiatan') as direncanakan,
        hari_nilai('kelurahan_tanpa_kegiatan') as terakhir_dinilai,
        (tanggal, instansi, tab, baris) as ke
    from kegiatan
)
select
    kelurahan,
    segmen,
    count(*) filter (where menjangkau) as jumlah,
    count(*) filter (
        where terlaksana and tanggal between terakhir_dinilai - aturan_bulat('hari_kegiatan') and terakhir_dinilai
    ) as jumlah_terakhir,
    sum(jumlah_peserta) filter (where menjangkau and utuh(kolom_rusak, ['jumlah_peserta'])) as peserta,
    max(tanggal) filter (where menjangkau) as terakhir,
    min(tanggal) filter (where direncanakan) as rencana,
    arg_min(instansi, ke) filter (where direncanakan) as rencana_instansi,
    arg_min(tab, ke) filter (where direncanakan) as rencana_tab,
    arg_min(baris, ke) filter (where direncanakan) as rencana_baris
from bertanda
group by grouping sets ((kelurahan), (segmen))
