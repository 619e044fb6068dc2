-- Daerah mana yang paling berat di tiap pokok?
-- Satu baris per pokok dan daerah, menurut agenda, yang terberat lebih dulu.
select
    t.halaman,
    a.nomor,
    a.judul_pendek,
    t.ke,
    t.daerah,
    t.provinsi,
    t.merah,
    t.kuning
from rekap_terberat as t
join agenda as a using (halaman)
order by a.nomor, t.ke
