-- Apa arti tiap kolom yang diisi instansi?
-- Satu baris per kolom.
select
    k.instansi,
    i.nama,
    k.judul_tab,
    k.arti_tab,
    k.judul,
    k.jenis_kata,
    k.wajib,
    k.contoh,
    k.arti
from kolom as k
join instansi as i using (instansi)
order by i.urutan, k.tab, k.urutan
