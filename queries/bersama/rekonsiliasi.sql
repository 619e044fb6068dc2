-- Di mana catatan antarinstansi berbeda, pada tiap pokok agenda?
-- Satu baris per pembandingan, menurut agenda, lalu yang paling genting lebih dulu; R8 sudah tampil sebagai kelurahan
-- prioritas. Dari petunjuk stabilitas hanya dua belas; `semua` adalah banyaknya.
with dibandingkan as (
    select
        a.nomor,
        r.agenda as halaman,
        r.*,
        -- R10 sampai R12 adalah petunjuk: tidak ada pihak yang keliru.
        r.kode in ('R10', 'R11', 'R12') as petunjuk,
        row_number() over (partition by r.agenda order by genting(r.status), substr(r.kode, 2)::integer, r.kunci) as ke
    from rekonsiliasi as r
    join agenda as a on a.halaman = r.agenda
    where r.kode <> 'R8'
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
qualify not petunjuk or halaman <> 'stabilitas'
    or row_number() over (partition by halaman, petunjuk, status = 'hijau' order by ke) <= 12
order by nomor, ke
