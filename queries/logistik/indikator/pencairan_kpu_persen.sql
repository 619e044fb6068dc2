/* indikator
nama   = "Hibah KPU cair"
urutan = 4
satuan = "persen"
arah   = "naik"
hijau  = 100
kuning = "{tahap1_persen}"
surut  = true
basis  = "R"
dasar  = "Pasal 16 ayat (4) Permendagri 54/2019 jo. 41/2020: tahap I {tahap1_persen} persen, tahap II {100-tahap1_persen} persen paling lambat {bulan_batas_hibah} bulan sebelum pemungutan; atau sekaligus, paling lambat {hari_hibah_sekaligus} hari sesudah NPHD, bila naskahnya begitu. Hijau {hijau} persen; sampai batas itu kuning mulai {kuning} persen, merah di bawahnya; lewat batas merah selama belum {hijau} persen"
bicara = 3

[memakai]
"bpkpd/nphd" = { kolom = ["nilai_nphd", "nilai_addendum"], penentu = ["penerima", "tanggal_nphd", "pola_pencairan"], hanya = "penerima = 'kpu'" }
"bpkpd/pencairan" = { kolom = ["nilai_sp2d", "status"], penentu = ["penerima", "tahap_pencairan", "tanggal_sp2d"], hanya = "penerima = 'kpu' and status = 'cair'" }
*/
-- Berapa persen hibah KPU yang sudah cair?
-- Satu baris.
select * exclude (penerima) from pencairan_hibah where penerima = 'kpu'
