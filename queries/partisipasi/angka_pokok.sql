-- Apa angka pokok literasi politik dan partisipasi?
-- Satu baris per indikator: pokok kalimatnya lebih dulu, lalu yang paling genting; yang belum waktunya terakhir.
select kode, indikator, nilai, satuan, status, kalimat, sebab, landasan, dasar, terhitung, dikecualikan, sumber
from indikator
where halaman = 'partisipasi'
order by genting(status), bicara, urutan
