-- Kiriman mana yang ditolak, mengapa, dan apa yang perlu dilakukan?
-- Satu baris per temuan.
select
    t.alasan,
    t.saran
from temuan as t
where t.instansi = 'daerah' and t.bobot = 'tolak'
order by t.alasan
