-- Apa angka pokok sarana, prasarana, dan logistik?
-- Satu baris per indikator, urutannya tetap.
select kode, indikator, nilai, satuan, status, kalimat, dasar, terhitung, dikecualikan, sumber
from indikator
where halaman = 'logistik'
order by urutan
