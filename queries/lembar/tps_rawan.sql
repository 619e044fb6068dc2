-- Kerawanan TPS apa yang dicatat Bawaslu di tiap kelurahan, dan sampai mana mitigasinya?
-- Satu baris per kelurahan dan indikator. Satu TPS dapat terkena beberapa indikator: jumlahnya tidak pernah dijumlahkan.
select
    r.kelurahan,
    r.kecamatan,
    r.kode_indikator,
    i.indikator,
    r.jumlah_tps_rawan,
    r.tingkat,
    r.rencana_mitigasi,
    r.status_mitigasi,
    r.baris,
    r.kolom_rusak
from bawaslu__tps_rawan as r
left join indikator_tps_rawan as i on i.kode = r.kode_indikator
