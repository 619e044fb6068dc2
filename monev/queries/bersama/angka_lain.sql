-- Angka mana yang kini dihitung lain daripada yang tampil saat rapatnya dibekukan?
-- Satu baris per indikator; tanpa baris bila semuanya sama, atau bila ini bukan angka rapat.
select
    i.halaman,
    i.kode,
    i.indikator,
    i.satuan,
    r.status as dulu_status,
    i.status,
    r.nilai as dulu_nilai,
    i.nilai
from indikator as i
join angka_rapat as r using (kode)
where i.nilai is distinct from r.nilai or i.status <> r.status
order by i.halaman, i.urutan
