-- Di provinsi mana daerah yang belum melapor?
-- Satu baris per provinsi, yang paling banyak belum melapor lebih dulu.
select
    provinsi,
    kode_provinsi,
    count(*) as semua,
    count(*) filter (where melapor) as melapor,
    count(*) filter (where tepat_waktu) as tepat_waktu,
    count(*) filter (where melapor and not tepat_waktu) as terlambat,
    count(*) filter (where kiriman_ke > 1) as koreksi,
    count(*) filter (where aturan_lain) as aturan_lain,
    count(*) filter (where not melapor) as belum,
    daftar(beberapa(list(daerah order by kode_daerah) filter (where not melapor))) as yang_belum
from pelapor
group by provinsi, kode_provinsi
order by belum desc, kode_provinsi
