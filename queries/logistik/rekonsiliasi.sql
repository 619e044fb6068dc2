-- Di mana catatan antarinstansi berbeda untuk agenda ini?
-- Satu baris per pembandingan, yang paling genting lebih dulu.
select kode, kunci, kiri, nilai_kiri, kanan, nilai_kanan, selisih, satuan, status, kalimat
from rekonsiliasi
where agenda = 'logistik'
order by genting(status), substr(kode, 2)::integer, kunci
