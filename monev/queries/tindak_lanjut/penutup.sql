-- Berapa keputusan dicatat dan berapa ditarik dalam rapat yang angkanya tampil, dan berapa yang belum sampai ke lembar?
-- Satu baris; berubah selagi potretnya tetap, jadi ditanyakan lagi setiap kali.
select
    count(*) filter (where not ditarik) as dicatat,
    count(*) filter (where ditarik) as ditarik,
    count(*) filter (where kiriman in ('menunggu', 'terkendala')) as menunggu
from tindak_lanjut_dicatat
