/* indikator
nama    = "Stabilitas belum melapor"
urutan  = 4
satuan  = "daerah"
arah    = "turun"
hijau   = 0
kuning  = "{daerah_belum_kuning}"
basis   = "P"
dasar   = "Usulan: hijau bila tidak ada, kuning sampai {daerah_belum_kuning} daerah, merah bila lebih"
memakai = { "daerah/daerah" = ["kode_daerah"], "daerah/indikator" = ["halaman", "status"] }
*/
-- Berapa daerah yang belum melapor tentang stabilitas?
-- Satu baris.
select
    belum as nilai,
    format('{} dari {} daerah belum melapor tentang stabilitas.', bilangan(belum), bilangan(semua)) as kalimat,
    dari_daerah() as landasan
from keadaan_pokok
where halaman = 'stabilitas'
