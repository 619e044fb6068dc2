-- Sebaik apa isi lembar lembaga di tiap daerah?
-- Satu baris per daerah dan lembaganya.
select p.provinsi, p.daerah, p.kode_daerah, m.instansi, m.terlihat, m.terhitung, m.ditahan, m.temuan_tolak, m.temuan_periksa, m.diubah
from daerah__mutu as m
join pelapor as p on p.daerah = m.daerah
order by p.kode_daerah, m.instansi
