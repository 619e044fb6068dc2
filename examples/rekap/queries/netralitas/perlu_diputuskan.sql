-- Apa yang perlu diputuskan rapat tentang daerah yang netralitasnya kritis, dan yang belum melapor?
-- Satu baris per hal.
select * exclude (tentang)
from rekap_putusan_pokok
where tentang = 'netralitas'
