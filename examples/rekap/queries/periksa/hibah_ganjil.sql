-- Hibah mana yang angkanya tidak dapat benar bersama-sama?
-- Satu baris per hibah; rupiahnya tidak ikut dijumlahkan sampai daerahnya mengirim koreksi.
select
    'daerah' as instansi,
    'hibah' as tab,
    baris,
    'nilai_rp' as kolom,
    format('Hibah {} di {} {}; rupiahnya tidak ikut dijumlahkan.', sebutan('penerima_hibah', penerima), daerah, sebab) as alasan,
    format('minta {} memeriksa nilai NPHD dan SP2D-nya, lalu membekukan rapatnya sekali lagi dengan judul lain', daerah) as saran,
    ['dibayar_rp', 'golongan'] as di_samping
from hibah_ganjil
