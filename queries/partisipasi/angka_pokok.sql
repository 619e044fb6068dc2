-- Apa angka pokok literasi politik dan partisipasi?
-- Satu baris per indikator, urutannya tetap.
select kode, indikator, nilai, satuan, status, kalimat, dasar, terhitung, dikecualikan, sumber
from indikator
where halaman = 'partisipasi'
order by urutan
