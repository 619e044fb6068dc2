-- Rekapitulasi mana yang tingkat dan tempatnya tidak cocok?
-- Satu baris per rekapitulasi: tingkat kecamatan menyebut kecamatannya, tingkat kota se-Kota.
select
    'kpu' as instansi,
    'rekapitulasi' as tab,
    baris,
    'kecamatan' as kolom,
    if(
        tingkat = 'kota',
        'Rekapitulasi tingkat kota tertulis di ' || kecamatan || '.',
        'Rekapitulasi tingkat kecamatan tertulis se-Kota.'
    ) as alasan,
    if(tingkat = 'kota', 'tulis Se-Kota, atau periksa tingkatnya', 'tulis kecamatannya, atau periksa tingkatnya') as saran,
    true as pasti
from kpu__rekapitulasi
where (tingkat = 'kota') <> (kecamatan = 'Se-Kota')
