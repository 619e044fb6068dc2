-- Apa angka pokok dinamika sosial dan stabilitas?
-- Satu baris per indikator, urutannya tetap.
select kode, indikator, nilai, satuan, status, kalimat, dasar, terhitung, dikecualikan, sumber
from indikator
where halaman = 'stabilitas'
order by urutan
