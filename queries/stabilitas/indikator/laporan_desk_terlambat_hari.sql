/* indikator
nama   = "Laporan Desk terlambat"
urutan = 5
satuan = "hari"
arah   = "turun"
hijau  = 0
kuning = 3
basis  = "P"
dasar  = "Praktik Desk Pilkada, bukan pasal (Permendagri 9/2005 Pasal 6 ayat (1); Surat Mendagri 100.2.7/2944/SJ, 5 Juni 2023): laporan bulanan kepada provinsi setiap tanggal {laporan_desk_tanggal}. Hijau {hijau}, kuning {hijau+1} sampai {kuning} hari, merah di atas {kuning} hari (usulan, menunggu persetujuan Sekda)"
bicara = 4

[memakai]
"sekretariat/laporan_desk" = { kolom = ["tanggal_kirim"], penentu = ["bulan"], boleh_kosong = true }
*/
-- Berapa hari laporan Desk yang terakhir jatuh tempo terlambat dikirim?
-- Satu baris.
select
    terlambat_hari as nilai,
    'batas ' || tgl(batas) as sebab,
    format('Laporan Desk {} ', tgl_lisan(batas))
        || if(terlambat_hari > 0, format('belum dikirim, lewat {} hari.', bilangan(terlambat_hari)), 'sudah dikirim.') as kalimat
from laporan_desk
where terakhir
