-- Apa yang perlu diputuskan rapat, pada tiap pokok agenda?
-- Satu baris per hal: menurut agenda, lalu yang paling genting lebih dulu.
with hal as (
    select 'logistik' as halaman, * from putusan_logistik
    union all by name
    select 'risiko' as halaman, * from putusan_risiko
    union all by name
    select 'partisipasi' as halaman, * from putusan_partisipasi
    union all by name
    select 'netralitas' as halaman, * from putusan_netralitas
    union all by name
    select 'stabilitas' as halaman, * from putusan_stabilitas
)
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
    alamat_baris(t.tautan, h.baris) as tautan
from hal as h
join agenda as a using (halaman)
left join tab as t using (instansi, tab)
order by a.nomor, ke
