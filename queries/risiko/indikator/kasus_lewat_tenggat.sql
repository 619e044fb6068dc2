/* indikator
nama   = "Kasus lewat tenggat"
urutan = 2
satuan = "kasus"
arah   = "turun"
hijau  = 0
basis  = "R"
dasar  = "Pasal 134 ayat (5) dan ayat (6) UU 1/2015 jo. UU 6/2020: 3 + 2 hari kalender sejak laporan diterima. Hitungan sejak registrasi adalah anggapan, lebih lambat daripada bunyi pasal itu. Hijau {hijau}; kuning {hijau} tetapi ada yang jatuh tempo hari ini atau besok; merah mulai {hijau+1}"

[memakai]
"bawaslu/penanganan" = { kolom = ["tanggal_registrasi", "status"], penentu = ["id_penanganan"] }
*/
-- Berapa kasus aktif yang lewat tenggat penanganannya?
-- Satu baris.
select
    lewat as nilai,
    -- Yang jatuh tempo hari ini atau besok belum lewat: bila dengan itu tidak hijau lagi, sekarang sudah kuning.
    if(
        status_indikator('kasus_lewat_tenggat', lewat) = 'hijau'
            and status_indikator('kasus_lewat_tenggat', lewat + hari_ini_tempo + besok_tempo) <> 'hijau',
        'kuning',
        status_indikator('kasus_lewat_tenggat', lewat)
    ) as status,
    sebab,
    if(aktif > 0, format('dari {} kasus aktif', bilangan(aktif)), null) as landasan,
    if(lewat > 0, kapital(terbilang(lewat)) || ' kasus lewat tenggat', 'Tidak ada kasus yang lewat tenggat')
        || if(lewat > 0 or teks = '', format(' {} hari', bilangan(aturan_bulat('hari_kasus'))), '') || teks || '.' as kalimat
from tempo_kasus
