-- Di berapa daerah tiap angka daerah merah, kuning, atau hijau?
-- Satu baris per pokok dan angka, yang paling banyak merahnya lebih dulu; hanya daerah yang melapor, dan berapa itu disebut.
select
    i.halaman,
    i.kode,
    any_value(i.nama) as nama,
    any_value(i.satuan) as satuan,
    count(*) as melapor,
    (select count(*) from pelapor) as semua,
    count(*) filter (where i.status = 'merah') as merah,
    count(*) filter (where i.status = 'kuning') as kuning,
    count(*) filter (where i.status = 'hijau') as hijau,
    count(*) filter (where i.status not in ('merah', 'kuning', 'hijau')) as tak_dinilai
from daerah__indikator as i
where utuh(i.kolom_rusak, ['kode', 'halaman', 'status'])
group by i.halaman, i.kode
order by merah desc, kuning desc, i.kode
