-- Apa angka pokok sarana, prasarana, dan logistik?
-- Satu baris per indikator: pokok kalimatnya lebih dulu, lalu yang paling genting; yang belum waktunya terakhir.
select kode, indikator, nilai, satuan, status, kalimat, sebab, landasan, dasar, terhitung, dikecualikan, sumber
from indikator
where halaman = 'logistik'
order by genting(status), bicara, urutan
