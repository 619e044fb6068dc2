-- Di mana catatan antarinstansi berbeda untuk agenda ini?
-- Satu baris per pembandingan, yang paling genting lebih dulu.
select kode, kunci, kiri, nilai_kiri, kanan, nilai_kanan, selisih, satuan, status, kalimat, berjalan,
    -- R10 sampai R12 adalah petunjuk: tidak ada pihak yang keliru.
    kode in ('R10', 'R11', 'R12') as petunjuk
from rekonsiliasi
where agenda = 'logistik'
order by genting(status), substr(kode, 2)::integer, kunci
