-- Bagaimana semua angka pokok, kini, pada rapat sebelumnya, dan ketika dibekukan, dan apa dasar serta batasnya?
-- Satu baris per indikator, menurut agenda dan urutan tetapnya; yang tidak dibekukan tidak punya nilai waktu itu.
select
    a.nomor,
    a.judul_pendek,
    i.halaman,
    i.kode,
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
    i.dasar,
    i.arah,
    -- Yang tidak berbatas tidak punya bilangan.
    if(isfinite(b.hijau), b.hijau, null) as batas_hijau,
    if(isfinite(b.kuning), b.kuning, null) as batas_kuning,
    r.nilai as nilai_dibekukan,
    r.status as status_dibekukan
from indikator as i
join agenda as a using (halaman)
join ambang as b using (kode)
left join angka_rapat as r using (kode)
left join bersama_pembanding as p using (kode)
order by a.nomor, i.urutan
