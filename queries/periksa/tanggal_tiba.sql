-- Barang atau dana mana yang tertulis tiba sesudah tanggal datanya sendiri?
-- Satu baris per baris lembar.
with tiba as (
    select
        'kpu' as instansi,
        'logistik_gudang' as tab,
        baris,
        'tanggal_terima' as kolom,
        tanggal_terima as tiba,
        tanggal_data
    from kpu__logistik_gudang
    union all
    select 'kpu', 'distribusi', baris, 'tanggal_realisasi', tanggal_realisasi, tanggal_data
    from kpu__distribusi
    union all
    select 'kpu', 'hibah', baris, 'tanggal_masuk', tanggal_masuk, tanggal_data
    from kpu__hibah
    union all
    select 'bawaslu', 'hibah', baris, 'tanggal_masuk', tanggal_masuk, tanggal_data
    from bawaslu__hibah
)
select
    t.instansi,
    t.tab,
    t.baris,
    t.kolom,
    k.judul || ' ' || tgl(t.tiba) || ' sesudah tanggal datanya, ' || tgl(t.tanggal_data) || '.' as alasan,
    'tulis tanggal yang sudah terjadi, atau perbarui tanggal data' as saran
from tiba as t
join kolom as k using (instansi, tab, kolom)
where t.tiba > t.tanggal_data
