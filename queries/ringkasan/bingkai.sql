-- Apa yang tertulis di atas setiap halaman: keadaan tanggal berapa, dibaca kapan, dibanding kapan?
-- Satu baris.
select
    m.id,
    m.tanggal_acuan,
    m.dibuat,
    m.simulasi,
    d.nama as daerah,
    d.tanggal_pemungutan - m.tanggal_acuan as sisa_hari,
    (select tanggal_acuan from lampau.meta) as dulu_tanggal
from meta as m, daerah as d
