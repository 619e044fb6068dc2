-- Janji apa yang belum selesai di tiap daerah?
-- Satu baris per janji, yang lewat tenggat lebih dulu.
select provinsi, daerah, kode_daerah, kode, pokok, penanggung_jawab, tenggat as tanggal_tenggat, keadaan
from janji_daerah
where terbuka
order by kode_daerah, not coalesce(lewat, false), tanggal_tenggat, kode
