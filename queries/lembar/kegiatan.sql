-- Kegiatan apa saja dari ketiga lembaga, di mana, untuk siapa, dan apakah sudah terlaksana?
-- Satu baris per baris kegiatan di lembar KPU, Bawaslu, dan Kesbangpol.
with semua as (
    select 'kpu' as instansi, 'sosialisasi' as tab, * from kpu__sosialisasi
    union all by name
    select 'bawaslu' as instansi, 'pencegahan' as tab, * from bawaslu__pencegahan
    union all by name
    select 'kesbangpol' as instansi, 'pendidikan_politik' as tab, * from kesbangpol__pendidikan_politik
)
select
    instansi,
    tab,
    baris,
    tanggal,
    kecamatan,
    kelurahan,
    nama_kegiatan,
    bentuk,
    segmen,
    jumlah_peserta,
    status,
    -- Status yang belum terbaca tidak pernah dianggap terlaksana; tanggal yang belum lewat juga tidak.
    coalesce(status = 'terlaksana', false) and tanggal <= hari_ini() as terlaksana,
    kolom_rusak
from semua
