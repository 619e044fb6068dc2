/* rekonsiliasi
judul  = "Hibah Bawaslu per tahap"
kiri   = "BPKPD: SP2D cair"
kanan  = "Bawaslu: dana diterima"
satuan = "rp"

[memakai]
"bpkpd/pencairan" = ["nilai_sp2d", "status"]
"bawaslu/hibah" = ["nilai_diterima"]
*/
-- Samakah catatan hibah yang dicairkan BPKPD dengan yang diterima Bawaslu, per tahap?
-- Satu baris per tahap.
select * exclude (penerima) from hibah_per_tahap where penerima = 'bawaslu'
