-- Apa yang perlu diputuskan rapat tentang daerah yang risikonya kritis, dan yang belum melapor?
-- Satu baris per hal.
select * exclude (tentang)
from rekap_putusan_pokok
where tentang = 'risiko'
