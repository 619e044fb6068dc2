-- Kegiatan mana yang bersamaan di satu kelurahan?
-- Satu baris per pasang kegiatan, yang akan datang lebih dulu.
select
    kelurahan || ', ' || tgl(tanggal) as hal,
    format('{} dan {}', lembaga(instansi_a), lembaga(instansi_b)) as keterangan,
    true as memberatkan,
    1 as jumlah
from kegiatan_bersamaan
order by tanggal <= hari_ini(), abs(tanggal - hari_ini()), kelurahan, baris_a, baris_b
