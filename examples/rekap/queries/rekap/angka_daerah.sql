-- Apa angka tiap daerah, seperti tampil di halaman daerah itu sendiri?
-- Satu baris per daerah dan angka, menurut agenda.
select
    p.provinsi,
    p.daerah,
    p.kode_daerah,
    i.halaman,
    i.kode,
    i.nama,
    i.satuan,
    i.nilai,
    i.status
from daerah__indikator as i
join pelapor as p on p.daerah = i.daerah
left join agenda as a on a.halaman = i.halaman
order by p.kode_daerah, a.nomor, genting(i.status), i.kode
