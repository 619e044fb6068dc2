-- Penanganan mana yang tertulis diputus sebelum diterima?
-- Satu baris per penanganan.
select
    'bawaslu' as instansi,
    'penanganan' as tab,
    baris,
    'tanggal_putusan' as kolom,
    'Tanggal putusan ' || tgl(tanggal_putusan) || ' lebih awal daripada tanggal diterima ' || tgl(tanggal_diterima)
        || '.' as alasan,
    'periksa kedua tanggal itu' as saran
from bawaslu__penanganan
where tanggal_putusan < tanggal_diterima
