-- Di mana catatan antarinstansi berbeda untuk agenda ini?
-- Satu baris per pembandingan, yang paling genting lebih dulu; dari petunjuk hanya dua belas, `semua` adalah banyaknya.
with dibandingkan as (
    select *,
        -- R10 sampai R12 adalah petunjuk: tidak ada pihak yang keliru.
        kode in ('R10', 'R11', 'R12') as petunjuk
    from rekonsiliasi
    where agenda = 'stabilitas'
)
select kode, kunci, kiri, nilai_kiri, kanan, nilai_kanan, selisih, satuan, status, kalimat, berjalan, petunjuk,
    count(*) over (partition by petunjuk, status = 'hijau') as semua
from dibandingkan
qualify not petunjuk or row_number() over (
    partition by petunjuk, status = 'hijau'
    order by genting(status), substr(kode, 2)::integer, kunci
) <= 12
order by genting(status), substr(kode, 2)::integer, kunci
