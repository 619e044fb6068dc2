-- Seberapa besar potensi konflik tiap kelurahan, dan apa yang disiapkan di sana?
-- Satu baris per kelurahan daerah ini; yang belum dilaporkan atau belum terbaca kosong.
select
    w.kelurahan,
    w.kecamatan,
    p.tingkat_potensi,
    p.faktor,
    if(p.kampanye_terdekat >= hari_ini(), p.kampanye_terdekat, null) as kampanye_terdekat,
    p.fkdm_aktif,
    p.personel_linmas,
    p.rencana_pencegahan,
    p.baris
from wilayah as w
left join kesbangpol__potensi_konflik as p using (kelurahan)
