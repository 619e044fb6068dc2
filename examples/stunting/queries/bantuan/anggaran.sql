-- Sampai di mana pemakaian anggaran tiap kegiatan?
-- Satu baris per kegiatan, yang paling rendah lebih dulu.
select
    sebutan('kegiatan_anggaran', kegiatan) as nama,
    sebutan('pelaksana', pelaksana) as pelaksana,
    pagu_rp,
    realisasi_rp,
    100.0 * realisasi_rp / nullif(pagu_rp, 0) as persen
from dppkb__anggaran
order by persen nulls last, nama
