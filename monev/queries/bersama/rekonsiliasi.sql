-- Di mana catatan antarinstansi berbeda, pada tiap pokok agenda?
-- Satu baris per pembandingan, menurut agenda, lalu yang paling genting lebih dulu; tanpa yang sudah tampil di tempat
-- lain. Dari yang menyebut paling_banyak hanya sebanyak itu; `semua` adalah banyaknya.
with dibandingkan as (
    select
        a.nomor,
        r.agenda as halaman,
        r.*,
        p.petunjuk,
        p.paling_banyak,
        row_number() over (partition by r.agenda order by genting(r.status), p.urutan, r.kunci) as ke
    from rekonsiliasi as r
    join pembandingan as p using (kode)
    join agenda as a on a.halaman = r.agenda
    where p.tampil
)
select
    nomor,
    halaman,
    kode,
    kunci,
    kiri,
    nilai_kiri,
    kanan,
    nilai_kanan,
    selisih,
    satuan,
    status,
    kalimat,
    berjalan,
    petunjuk,
    count(*) over (partition by halaman, petunjuk, status = 'hijau') as semua,
    ke
from dibandingkan
qualify paling_banyak is null
    or row_number() over (partition by kode, status = 'hijau' order by ke) <= paling_banyak
order by nomor, ke
