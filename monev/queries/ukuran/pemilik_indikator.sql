-- Indikator mana yang dibentuk satu lembaga saja?
-- Satu baris per indikator; yang dibentuk beberapa lembaga bukan milik salah satunya, jadi tidak ada di sini.
select kode, any_value(instansi) as pemilik
from cakupan
group by kode
having count(distinct instansi) = 1
