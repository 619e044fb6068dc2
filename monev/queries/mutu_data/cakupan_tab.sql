-- Bagaimana setiap baris tiap tab diperhitungkan?
-- Satu baris per tab: terlihat = terhitung + ditahan + tata letak.
select i.nama, t.judul, t.status, t.terlihat, t.terhitung, t.ditahan, t.tata_letak, t.tanggal_data, t.nihil, t.tautan
from tab as t
join instansi as i using (instansi)
order by i.urutan, t.judul
