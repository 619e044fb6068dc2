-- Kelurahan mana yang didahulukan, dan apa yang berbicara untuknya?
-- Satu baris per kelurahan dengan satu tanda atau lebih, yang tandanya paling banyak lebih dulu.
select
    kelurahan,
    kecamatan,
    skor,
    skor >= aturan_bulat('skor_prioritas') as didahulukan,
    list_filter([
        {'nama': 'Potensi konflik', 'keadaan': potensi_konflik},
        {'nama': 'Kejadian tinggi', 'keadaan': kejadian_tinggi},
        {'nama': 'TPS rawan', 'keadaan': tps_rawan},
        {'nama': 'Logistik', 'keadaan': logistik}
    ], lambda satu: satu.keadaan <> 'selesai') as tanda,
    kapital(alasan) || '.' as keterangan
from prioritas
where skor > 0
order by skor desc, kejadian_tinggi <> 'ya', kelurahan
