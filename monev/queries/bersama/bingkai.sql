-- Apa yang tertulis di atas setiap halaman: keadaan tanggal berapa, dibaca kapan, angka rapat mana, dibanding kapan?
-- Satu baris.
select
    m.id,
    m.tanggal_acuan,
    m.dibuat,
    m.simulasi,
    d.nama as daerah,
    t.nama as topik,
    t.hari_nama,
    t.hari_singkatan as hari_h,
    t.hari_tanggal - m.tanggal_acuan as sisa_hari,
    (select arg_min(nama, (tanggal, kode)) from tanggal_penting where tanggal >= hari_ini()) as berikut_nama,
    (select min(tanggal) from tanggal_penting where tanggal >= hari_ini()) as berikut_tanggal,
    r.nama as rapat,
    r.tanggal as rapat_tanggal,
    r.judul as rapat_judul,
    r.mulai as rapat_mulai,
    r.dibekukan,
    (select tanggal_acuan from lampau.meta) as dulu_tanggal,
    (select tanggal from lampau.rapat) as dulu_rapat
from meta as m
cross join daerah as d
left join topik as t on true
left join rapat as r on true
