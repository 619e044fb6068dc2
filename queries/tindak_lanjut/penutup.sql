-- Berapa keputusan dicatat dalam rapat yang angkanya tampil, dan berapa yang belum sampai ke lembar Sekretariat?
-- Satu baris; berubah selagi potretnya tetap, jadi ditanyakan lagi setiap kali.
select
    count(*) as dicatat,
    count(*) filter (where kiriman in ('menunggu', 'terkendala')) as menunggu
from tindak_lanjut_dicatat
