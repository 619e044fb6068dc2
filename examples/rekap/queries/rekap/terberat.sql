-- Daerah mana yang paling berat di tiap pokok, menurut berapa angkanya yang merah?
-- Satu baris per pokok dan daerah yang melapor dan kritis di sana, yang terberat lebih dulu.
select
    halaman,
    provinsi,
    daerah,
    kode_daerah,
    keadaan,
    merah,
    kuning,
    row_number() over yang_terberat as ke
from keadaan_daerah
where keadaan = 'merah'
window yang_terberat as (partition by halaman order by merah desc, kuning desc, kode_daerah)
qualify ke <= aturan('daerah_terberat')
order by halaman, ke
