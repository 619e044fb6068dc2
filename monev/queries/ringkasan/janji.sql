-- Apa yang dijanjikan pada rapat terakhir sebelum hari ini, dan bagaimana keadaannya?
-- Satu baris per janji; yang lewat tenggat lebih dulu, yang ditarik tidak ikut.
select * exclude (tanggal_rapat), tanggal_rapat
from tindak_lanjut
where not ditarik and tanggal_rapat = (
    select max(tanggal_rapat) from tindak_lanjut where not ditarik and tanggal_rapat < hari_ini()
)
order by genting(status), tenggat, id
