/* indikator
nama   = "Kasus aktif"
urutan = 1
satuan = "kasus"
arah   = "turun"
hijau  = 0
kuning = inf
basis  = "P"
dasar  = "Hijau {hijau}, kuning mulai {hijau+1}; tidak ada merah (usulan, menunggu persetujuan Sekda)"
bicara = 5

[memakai]
"bawaslu/penanganan" = { kolom = ["status"], penentu = ["id_penanganan"] }
*/
-- Berapa kasus yang masih ditangani Bawaslu?
-- Satu baris.
select
    aktif as nilai,
    sebab,
    format('dari {} kasus tercatat', bilangan(semua)) as landasan,
    if(
        aktif = 0,
        'Tidak ada kasus yang masih ditangani Bawaslu.',
        format('{} kasus masih ditangani Bawaslu{}.', kapital(terbilang(aktif)), teks)
    ) as kalimat
from tempo_kasus
