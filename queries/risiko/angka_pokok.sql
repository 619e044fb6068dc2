-- Apa angka pokok pencegahan pelanggaran dan peta risiko?
-- Satu baris per indikator, urutannya tetap.
select kode, indikator, nilai, satuan, status, kalimat, dasar, terhitung, dikecualikan, sumber
from indikator
where halaman = 'risiko'
order by urutan
