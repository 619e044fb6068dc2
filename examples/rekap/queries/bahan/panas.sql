-- Di berapa daerah tiap provinsi tiap pokok kritis, perlu perhatian, aman, atau belum melapor?
-- Satu baris per provinsi dan pokok, semuanya bersama lebih dulu.
select
    coalesce(provinsi, 'Semua provinsi') as provinsi,
    nomor,
    judul_pendek,
    jumlah,
    merah,
    kuning,
    hijau,
    belum
from rekap_panas
order by kode_provinsi nulls first, nomor
