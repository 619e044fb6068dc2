/* indikator
nama   = "Catin didampingi"
urutan = 2
satuan = "persen"
arah   = "naik"
hijau  = 90
kuning = 75
basis  = "P"
dasar  = "Usulan, menunggu persetujuan Sekda: hijau mulai {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya"

[memakai]
"dppkb/catin" = { kolom = ["catin_terdaftar", "catin_didampingi"], penentu = ["kecamatan"] }
*/
-- Berapa persen calon pengantin yang didampingi sebelum menikah?
-- Satu baris; kalimatnya disusun dasbor sendiri.
select 100.0 * sum(catin_didampingi) / nullif(sum(catin_terdaftar), 0) as nilai
from dppkb__catin
where catin_didampingi is not null and catin_terdaftar is not null
