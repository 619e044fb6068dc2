/* indikator
nama   = "Suara tidak sah"
urutan = 7
satuan = "persen"
arah   = "turun"
hijau  = 3
kuning = 6
basis  = "P"
dasar  = "Pemilihan wali kota: suara tidak sah dibagi pengguna hak pilih. Hijau sampai {hijau} persen, kuning sampai {kuning} persen, merah di atasnya (usulan, menunggu persetujuan Sekda)"
mulai  = "H+1"

[memakai]
"kpu/partisipasi" = { kolom = ["pengguna_laki_laki", "pengguna_perempuan", "suara_tidak_sah"], penentu = ["kelurahan"] }
*/
-- Berapa persen suara yang tidak sah?
-- Satu baris; hanya kelurahan yang pengguna hak pilih dan suara tidak sahnya sama-sama terbaca.
select
    persen as nilai,
    sebagian as kurang_lengkap,
    bilangan(bagian) || ' suara' as sebab,
    coalesce(landasan_sebagian, format('{} dari {} suara', bilangan(bagian), bilangan(seluruh))) as landasan,
    if(bagian = 0, 'Tidak ada suara tidak sah', format('{} suara tidak sah', persen(persen))) || di_sebagian
        || if(bagian > 0 and not sebagian, format(', {} dari {} suara', bilangan(bagian), bilangan(seluruh)), '') || '.' as kalimat
from hasil_pemungutan
where kode = 'suara_tidak_sah_persen'
