-- Apa angka pokok pencegahan pelanggaran dan peta risiko?
-- Satu baris per indikator: pokok kalimatnya lebih dulu, lalu yang paling genting; yang belum waktunya terakhir.
select kode, indikator, nilai, satuan, status, kalimat, sebab, landasan, dasar, terhitung, dikecualikan, sumber
from indikator
where halaman = 'risiko'
order by genting(status), bicara, urutan
