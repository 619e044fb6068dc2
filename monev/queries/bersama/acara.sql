-- Bagaimana susunan acara rapat: pokok apa, siapa berbicara, berapa menit, dari menit ke berapa?
-- Satu baris per pokok acara menurut urutannya; tanpa baris bila potretnya belum memuat susunan acara.
select
    c.ke,
    count(*) over () as semua,
    c.halaman,
    a.nomor,
    coalesce(a.judul, kapital(replace(c.halaman, '_', ' '))) as judul,
    daftar(list_transform(c.pembicara, lambda kode: lembaga(kode))) as pembicara,
    c.menit,
    (sum(c.menit) over (order by c.ke) - c.menit)::bigint as mulai_menit,
    (sum(c.menit) over (order by c.ke))::bigint as selesai_menit
from acara as c
left join agenda as a using (halaman)
order by c.ke
