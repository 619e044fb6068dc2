/* indikator
nama   = "Partisipasi"
urutan = 6
satuan = "persen"
arah   = "naik"
hijau  = "{target_partisipasi_persen}"
kuning = "{target_partisipasi_persen-5}"
basis  = "P"
dasar  = "Pemilihan wali kota: pengguna hak pilih dibagi DPT + DPTb + DPK; pembagi lain memberi angka lain. Hijau mulai target daerah, {hijau} persen; kuning mulai {kuning} persen, merah di bawahnya (usulan, menunggu persetujuan Sekda)"
bicara = 1
mulai  = "H+1"

[memakai]
"kpu/partisipasi" = { kolom = ["pemilih_dpt", "pemilih_dptb", "pemilih_dpk", "pengguna_laki_laki", "pengguna_perempuan"], penentu = ["kelurahan"] }
*/
-- Berapa persen pemilih yang menggunakan hak pilihnya?
-- Satu baris; hanya kelurahan yang pemilih dan pengguna hak pilihnya sama-sama terbaca.
select
    persen as nilai,
    sebagian as kurang_lengkap,
    format('sasaran {} persen', batas_hijau(kode)) as sebab,
    coalesce(landasan_sebagian, format('{} dari {} pemilih', bilangan(bagian), bilangan(seluruh))) as landasan,
    format('Partisipasi {}{}', persen(persen), di_sebagian)
        || if(status_indikator(kode, persen) <> 'hijau', format('; sasarannya {} persen', batas_hijau(kode)), '') || '.' as kalimat
from hasil_pemungutan
where kode = 'partisipasi_persen'
