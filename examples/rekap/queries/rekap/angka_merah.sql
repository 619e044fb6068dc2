-- Daerah mana yang merah pada sebuah angka, dan berapa nilainya di sana?
-- Satu baris per angka dan daerah yang merah, yang terjauh dari hijau lebih dulu.
select
    i.halaman,
    i.kode,
    p.provinsi,
    p.daerah,
    p.kode_daerah,
    i.nilai,
    i.satuan
from daerah__indikator as i
join pelapor as p on p.daerah = i.daerah
where i.status = 'merah'
order by i.kode, if(i.arah = 'naik', i.nilai, -i.nilai) nulls last, p.kode_daerah
