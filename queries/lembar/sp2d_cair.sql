-- SP2D mana yang sudah cair menurut BPKPD?
-- Satu baris per SP2D; yang bertanggal sesudah tanggal acuan belum terjadi.
select penerima, tahap_pencairan, nomor_sp2d, tanggal_sp2d, nilai_sp2d, baris
from bpkpd__pencairan
where status = 'cair' and sudah(tanggal_sp2d) and utuh(kolom_rusak, ['nilai_sp2d', 'status'])
