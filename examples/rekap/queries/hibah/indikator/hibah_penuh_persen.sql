/* indikator
nama    = "Hibah cair 100%"
urutan  = 2
satuan  = "persen"
arah    = "naik"
hijau   = 100
kuning  = "{hibah_penuh_kuning_persen}"
basis   = "P"
dasar   = "Usulan: hijau 100 persen, merah di bawah {hibah_penuh_kuning_persen} persen; KPU dan Bawaslu saja"
memakai = { "daerah/daerah" = ["kode_daerah"], "daerah/hibah" = ["penerima", "golongan"] }
*/
-- Berapa bagian hibah KPU dan Bawaslu yang sudah cair seluruhnya, di antara yang keadaannya diketahui?
-- Satu baris.
select
    100.0 * count(*) filter (where kelompok = 'penuh') / nullif(count(*) filter (where kelompok <> 'belum'), 0) as nilai,
    format(
        '{} dari {} hibah KPU dan Bawaslu yang dilaporkan sudah cair 100%.',
        bilangan(count(*) filter (where kelompok = 'penuh')), bilangan(count(*) filter (where kelompok <> 'belum'))
    ) as kalimat,
    dari_daerah() as landasan,
    para_hibah(kode_daerah, penerima, kelompok) as pelapor
from hibah_daerah
where dinilai
