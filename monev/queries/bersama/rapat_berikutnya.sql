-- Kapan dan di mana rapat berikutnya?
-- Satu baris; kosong bila belum ditetapkan, dibatalkan, atau sudah lewat. Berubah selagi potretnya tetap, jadi
-- ditanyakan lagi setiap kali.
select
    j.rapat,
    j.tanggal,
    j.mulai,
    j.lama_menit,
    j.judul,
    j.tempat,
    j.dicatat,
    (select count(*) from jadwal as lain where lain.rapat = j.rapat)::integer - 1 as perubahan
from (select * from jadwal order by dicatat desc, id desc limit 1) as j
where not coalesce(j.batal, false) and j.tanggal >= hari_ini()
