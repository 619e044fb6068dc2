-- Angka apa yang menentukan keadaan tiap agenda, yang paling genting lebih dulu?
-- Satu baris per indikator, menurut urutan agenda.
select
    i.halaman,
    i.indikator,
    i.nilai,
    i.satuan,
    i.status,
    i.terhitung,
    i.dikecualikan
from indikator as i
join agenda as a using (halaman)
order by a.nomor, genting(i.status), i.bicara, i.urutan
