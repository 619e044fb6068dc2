-- Apa yang perlu diputuskan rapat, pada tiap pokok agenda?
-- Satu baris per hal: menurut agenda, lalu yang paling genting lebih dulu.
select
    a.nomor,
    a.judul_pendek,
    h.halaman,
    row_number() over (
        partition by h.halaman order by genting(h.status), h.urut, h.tanggal, h.uraian
    ) as ke,
    h.status,
    h.uraian,
    h.pemilik,
    h.tenggat,
    tempat_baris(t.judul, h.baris) as tempat,
    alamat_baris(t.tautan, h.baris) as tautan,
    h.instansi,
    h.tab,
    h.kode
from semua_putusan as h
join agenda as a using (halaman)
left join tab as t using (instansi, tab)
order by a.nomor, ke
