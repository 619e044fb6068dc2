-- Kedatangan barang atau dana mana yang sama dengan yang lain kecuali tanggal atau nomornya: dua, atau satu tertempel dua kali?
-- Satu baris per baris lembar yang mengulang baris sebelumnya.
with kiriman as (
    select
        'kpu' as instansi,
        'logistik_gudang' as tab,
        baris,
        'jumlah_diterima' as kolom,
        'barang, kebutuhan, dan jumlah' as sebut,
        [jenis_barang, jenis_pemilihan, kebutuhan::varchar, jumlah_diterima::varchar] as isi
    from kpu__logistik_gudang
    where jumlah_diterima > 0
    union all
    select 'bpkpd', 'pencairan', baris, 'nilai_sp2d', 'penerima, tahap, dan nilai', [penerima, tahap_pencairan, nilai_sp2d::varchar]
    from bpkpd__pencairan
    where nilai_sp2d > 0
    union all
    select 'kpu', 'hibah', baris, 'nilai_diterima', 'tahap dan nilai', [tahap_pencairan, nilai_diterima::varchar]
    from kpu__hibah
    where nilai_diterima > 0
    union all
    select 'bawaslu', 'hibah', baris, 'nilai_diterima', 'tahap dan nilai', [tahap_pencairan, nilai_diterima::varchar]
    from bawaslu__hibah
    where nilai_diterima > 0
),
berurut as (
    select *, min(baris) over (partition by instansi, tab, isi) as pertama
    from kiriman
)
select
    instansi,
    tab,
    baris,
    kolom,
    'Baris ini menyebut ' || sebut || ' yang sama dengan baris ' || bilangan(nomor_baris(pertama)) || ', hanya tanggal atau nomornya berbeda.' as alasan,
    'hapus salah satunya bila tertulis dua kali' as saran
from berurut
where baris > pertama
