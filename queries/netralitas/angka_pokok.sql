-- Apa angka pokok netralitas ASN?
-- Satu baris per indikator, urutannya tetap.
select kode, indikator, nilai, satuan, status, kalimat, dasar, terhitung, dikecualikan, sumber
from indikator
where halaman = 'netralitas'
order by urutan
