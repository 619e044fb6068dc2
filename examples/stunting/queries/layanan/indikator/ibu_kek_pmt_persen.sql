/* indikator
nama   = "Ibu KEK mendapat PMT"
urutan = 4
satuan = "persen"
arah   = "naik"
hijau  = 95
kuning = 80
basis  = "P"
dasar  = "Usulan, menunggu persetujuan Sekda: hijau mulai {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya"

[memakai]
"dinkes/ibu_hamil" = { kolom = ["ibu_hamil_kek", "mendapat_pmt"], penentu = ["kecamatan"] }
*/
-- Berapa persen ibu hamil KEK yang sudah mendapat makanan tambahan?
-- Satu baris; hanya kecamatan yang kedua jumlahnya terbaca.
select 100.0 * sum(mendapat_pmt) / nullif(sum(ibu_hamil_kek), 0) as nilai
from dinkes__ibu_hamil
where mendapat_pmt is not null and ibu_hamil_kek is not null
