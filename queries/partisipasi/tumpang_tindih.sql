-- Kegiatan mana dari dua lembaga yang jatuh pada hari dan kelurahan yang sama?
-- Satu baris per pasang kegiatan; yang akan datang lebih dulu, lalu yang terbaru.
select
    b.tanggal,
    b.kelurahan,
    b.kecamatan,
    lembaga(b.instansi_a) as pemilik_a,
    b.nama_a,
    lembaga(b.instansi_b) as pemilik_b,
    b.nama_b,
    if(b.akan_datang, 'akan datang', 'sudah lewat') as waktu,
    tempat_baris(ta.judul, b.baris_a) as tempat_a,
    alamat_baris(ta.tautan, b.baris_a) as tautan_a,
    tempat_baris(tb.judul, b.baris_b) as tempat_b,
    alamat_baris(tb.tautan, b.baris_b) as tautan_b
from kegiatan_bersamaan as b
join tab as ta on ta.instansi = b.instansi_a and ta.tab = b.tab_a
join tab as tb on tb.instansi = b.instansi_b and tb.tab = b.tab_b
order by b.tanggal <= hari_ini(), abs(b.tanggal - hari_ini()), b.kelurahan, b.baris_a, b.baris_b
