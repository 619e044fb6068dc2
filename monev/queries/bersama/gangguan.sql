-- Lembar instansi mana yang terakhir kali tidak dapat dibaca, dan sejak kapan angkanya bertahan?
-- Satu baris per instansi yang terganggu; berubah selagi potretnya tetap, jadi ditanyakan lagi setiap kali.
select i.instansi, i.nama, i.urutan, s.dicoba, s.berhasil, s.pesan
from sinkron as s
join instansi as i using (instansi)
where s.pesan is not null
order by i.urutan
