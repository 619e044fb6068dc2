-- Daerah mana yang menilai dengan aturan lain dari yang paling banyak dipakai, atau mengirim koreksi?
-- Satu baris per daerah.
select provinsi, daerah, kode_daerah, aturan_lain, kiriman_ke, versi
from pelapor
where aturan_lain or kiriman_ke > 1
order by not aturan_lain, kode_daerah
