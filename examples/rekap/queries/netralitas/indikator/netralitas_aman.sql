/* indikator
nama    = "Netralitas aman"
urutan  = 3
satuan  = "daerah"
arah    = "naik"
hijau   = "{daerah_aman_hijau}"
kuning  = 0
basis   = "P"
dasar   = "Usulan: hijau mulai {daerah_aman_hijau} daerah dan bila semua daerah melapor, selain itu kuning"
memakai = { "daerah/daerah" = ["kode_daerah"], "daerah/indikator" = ["halaman", "status"] }
*/
-- Di berapa daerah yang melapor netralitas aman?
-- Satu baris.
select
    aman as nilai,
    format('Netralitas aman di {} dari {} daerah yang melapor.', bilangan(aman), bilangan(dinilai)) as kalimat,
    dari_daerah() as landasan,
    para_dinilai as pelapor
from keadaan_pokok
where halaman = 'netralitas'
