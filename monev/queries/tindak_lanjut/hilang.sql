-- Janji mana yang tidak ada lagi di lembar padahal terakhir terlihat belum selesai?
-- Satu baris per janji; yang terakhir terlihat lebih dulu.
select *
from janji_hilang
order by terakhir_terlihat desc, id
