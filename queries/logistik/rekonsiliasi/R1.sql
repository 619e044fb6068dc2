/* rekonsiliasi
judul  = "Hibah KPU per tahap"
kiri   = "BPKPD: SP2D cair"
kanan  = "KPU: dana diterima"
satuan = "rp"

[memakai]
"bpkpd/pencairan" = ["nilai_sp2d", "status"]
"kpu/hibah" = ["nilai_diterima"]
*/
-- Samakah catatan hibah yang dicairkan BPKPD dengan yang diterima KPU, per tahap?
-- Satu baris per tahap.
select * exclude (penerima) from hibah_per_tahap where penerima = 'kpu'
