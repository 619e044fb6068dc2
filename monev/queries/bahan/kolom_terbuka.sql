-- Kolom mana dari tiap tab yang boleh dibawa pulang barisnya, dan apa artinya?
-- Satu baris per kolom; yang tertutup tidak ikut.
select
    k.instansi,
    i.nama,
    k.tab,
    k.judul_tab,
    k.arti_tab,
    k.kolom,
    k.judul,
    k.jenis,
    k.jenis_kata,
    k.arti
from kolom as k
join instansi as i using (instansi)
where not k.tertutup
order by i.urutan, k.tab, k.urutan
