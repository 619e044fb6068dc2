/* indikator
nama   = "Selisih hibah Bawaslu"
urutan = 7
satuan = "rp"
arah   = "turun"
hijau  = 0
kuning = inf
basis  = "P"
dasar  = "SP2D cair dikurangi dana diterima. Hijau tanpa selisih[ lebih dari {hijau} rupiah]; kuning bila ada selisih[ lebih dari {hijau} rupiah] dan SP2D terbaru berumur paling lama {hari_selisih_hibah} hari; merah selain itu (usulan, menunggu persetujuan Sekda)"
bicara = 5

[memakai]
"bpkpd/pencairan" = { kolom = ["nilai_sp2d", "status"], penentu = ["penerima", "tahap_pencairan", "tanggal_sp2d"], hanya = "penerima = 'bawaslu' and status = 'cair'" }
"bawaslu/hibah" = { kolom = ["nilai_diterima"], penentu = ["tahap_pencairan", "tanggal_masuk"] }
*/
-- Berapa selisih hibah yang dicatat cair oleh BPKPD dan yang dicatat diterima oleh Bawaslu?
-- Satu baris.
select * exclude (penerima) from selisih_hibah where penerima = 'bawaslu'
