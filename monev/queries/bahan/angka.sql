-- Bagaimana semua angka pokok, kini dan pada rapat sebelumnya, dan apa dasarnya?
-- Satu baris per indikator, menurut agenda dan urutan tetapnya.
select
    a.nomor,
    a.judul_pendek,
    i.halaman,
    i.indikator,
    i.nilai,
    i.satuan,
    i.status,
    i.sebab,
    coalesce(i.landasan, i.landasan_baris) as landasan,
    p.dulu_nilai,
    p.dulu_status,
    p.dulu_tanggal,
    p.gerak,
    i.terhitung,
    i.dikecualikan,
    i.kalimat,
    i.sumber,
    i.dasar
from indikator as i
join agenda as a using (halaman)
left join bersama_pembanding as p using (kode)
order by a.nomor, i.urutan
