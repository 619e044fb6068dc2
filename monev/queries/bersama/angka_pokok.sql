-- Apa angka pokok tiap agenda?
-- Satu baris per indikator: pokok kalimatnya lebih dulu, lalu yang paling genting; yang belum waktunya terakhir.
select
    halaman, kode, indikator, nilai, satuan, status, kalimat, sebab, coalesce(landasan, landasan_baris) as landasan, dasar,
    terhitung, dikecualikan, sumber, nanti
from indikator
order by halaman, genting(status), bicara, urutan
