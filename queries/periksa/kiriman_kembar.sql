-- Baris mana yang sama dengan yang lain kecuali tanggal, nomor, atau namanya: dua, atau satu tertempel dua kali?
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
    -- Dua perangkat daerah berbeda jarang sama persis kedua angkanya.
    select 'kesbangpol', 'pakta_integritas', baris, 'perangkat_daerah', 'jumlah ASN dan tanda tangan', [jumlah_asn::varchar, jumlah_tanda_tangan::varchar]
    from kesbangpol__pakta_integritas
    where jumlah_asn >= aturan_bulat('asn_mudah_dikenali')
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
    'Baris ini menyebut ' || sebut || ' yang sama dengan baris ' || bilangan(nomor_baris(pertama)) || ', hanya tanggal, nomor, atau namanya berbeda.' as alasan,
    'hapus salah satunya bila tertulis dua kali' as saran
from berurut
where baris > pertama
