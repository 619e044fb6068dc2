-- Kiriman mana yang ditolak, mengapa, dan apa yang perlu dilakukan?
-- Satu baris per temuan.
select
    t.alasan,
    t.saran,
    nullif(regexp_extract(t.tertulis, 'daerah=([^/]+)', 1), '') as kode_daerah
from temuan as t
where t.instansi = 'daerah' and t.bobot = 'tolak'
order by t.alasan
