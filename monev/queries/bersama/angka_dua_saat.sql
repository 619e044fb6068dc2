-- Berapa tiap angka kini dan pada pembandingnya, sebagai kata?
-- Satu baris per indikator, menurut urutannya di halaman; kolom dulu kosong bila tidak ada pembandingnya.
select
    k.halaman,
    k.kode,
    k.indikator,
    k.status,
    if(k.nilai is null, null, nilai_kata(k.nilai, k.satuan)) as kini,
    if(l.nilai is null, null, nilai_kata(l.nilai, l.satuan)) as dulu,
    coalesce(k.landasan, k.landasan_baris) as landasan
from indikator as k
left join lampau.indikator as l using (kode)
order by k.halaman, k.urutan
