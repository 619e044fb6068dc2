/* indikator
nama    = "Netralitas kritis"
urutan  = 1
satuan  = "daerah"
arah    = "turun"
hijau   = 0
kuning  = "{daerah_kritis_kuning}"
basis   = "P"
dasar   = "Usulan: hijau bila tidak ada, kuning sampai {daerah_kritis_kuning} daerah, merah bila lebih"
memakai = { "daerah/daerah" = ["kode_daerah"], "daerah/indikator" = ["halaman", "status"] }
*/
-- Di berapa daerah yang melapor netralitas kritis?
-- Satu baris.
select
    kritis as nilai,
    format('Netralitas kritis di {} dari {} daerah yang melapor.', bilangan(kritis), bilangan(dinilai)) as kalimat,
    dari_daerah() as landasan,
    para_dinilai as pelapor
from keadaan_pokok
where halaman = 'netralitas'
