-- Tanda risiko apa yang dibawa tiap kelurahan?
-- Satu baris per kelurahan, yang tandanya paling banyak lebih dulu; unsur yang belum diketahui disebut belum diketahui.
select
    kelurahan,
    kecamatan,
    skor,
    skor >= aturan_bulat('skor_prioritas') as didahulukan,
    kata_tanda(potensi_konflik) as potensi_konflik,
    kata_tanda(kejadian_tinggi) as kejadian_tinggi,
    kata_tanda(tps_rawan) as tps_rawan,
    kata_tanda(logistik) as logistik,
    alasan
from prioritas
order by skor desc, kecamatan, kelurahan
