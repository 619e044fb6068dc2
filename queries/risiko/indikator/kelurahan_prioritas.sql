/* indikator
nama   = "Kelurahan prioritas"
urutan = 5
satuan = "kelurahan"
arah   = "turun"
hijau  = 0
kuning = 3
basis  = "P"
dasar  = "Kelurahan dengan skor {skor_prioritas} atau lebih dari empat unsur; barang dihitung mulai H-{mulai_dinilai_h} bila rencana KPU untuk kelurahan itu sudah lewat, dan pada hari pemungutan. Sesudah hari pemungutan dari dua unsur: potensi konflik dan kejadian tinggi. Hijau {hijau}, kuning {hijau+1} sampai {kuning}, merah mulai {kuning+1} (usulan, menunggu persetujuan Sekda)"
bicara = 1

[memakai]
"bawaslu/tps_rawan" = { kolom = ["tingkat"], penentu = ["kelurahan", "kode_indikator"], gabung = true }
"kesbangpol/potensi_konflik" = { kolom = ["tingkat_potensi"], penentu = ["kelurahan"], gabung = true }
"kpu/pemilih_tps" = { kolom = ["jumlah_tps"], penentu = ["kelurahan"], gabung = true }
"kpu/distribusi" = { kolom = ["jumlah_tps_diterima"], penentu = ["kelurahan", "tahap_distribusi", "tanggal_rencana"], hanya = "tahap_distribusi = 'pps_ke_tps'", gabung = true }
"kesbangpol/kejadian" = { kolom = ["tingkat", "status", "klasifikasi"], penentu = ["id_kejadian", "kelurahan", "kecamatan", "tanggal_kejadian", "tanggal_selesai"], gabung = true }
*/
-- Berapa kelurahan yang perlu didahulukan karena beberapa risiko bertemu di sana?
-- Satu baris.
with dahulu as (
    select
        count(*) as jumlah,
        terbilang(aturan_bulat('skor_prioritas')) || ' risiko atau lebih.' as sekian_risiko,
        -- Paling banyak tiga nama muat dalam satu kalimat yang dibacakan.
        list(kelurahan order by skor desc, kelurahan) as nama,
        yang_ada([
            if(bool_and(potensi_konflik = 'ya'), 'potensi konflik', null),
            if(bool_and(kejadian_tinggi = 'ya'), 'kejadian tinggi', null),
            if(bool_and(tps_rawan = 'ya'), 'TPS rawan', null),
            if(bool_and(logistik = 'ya'), 'barang terlambat', null)
        ]) as sama
    from prioritas
    where skor >= aturan_bulat('skor_prioritas')
)
select
    jumlah as nilai,
    if(jumlah <= 2, daftar(nama), 'antara lain ' || nama[1]) as sebab,
    format('dari {} kelurahan', bilangan((select count(*) from wilayah))) as landasan,
    -- Risiko yang belum diketahui dapat membuat sebuah kelurahan didahulukan.
    exists (
        from prioritas
        where list_contains([potensi_konflik, kejadian_tinggi, tps_rawan, logistik], 'belum_dilaporkan')
    ) as kurang_lengkap,
    case
        when jumlah = 0 then 'Tidak ada kelurahan dengan ' || sekian_risiko
        when jumlah <= 2 and len(sama) = 2 then format('Dahulukan {}: {} bertemu {}.', daftar(nama), sama[1], sama[2])
        else 'Dahulukan ' || daftar(if(jumlah <= 3, nama, nama[1:2] || [bilangan(jumlah - 2) || ' kelurahan lain']))
            || ': ' || sekian_risiko
    end as kalimat
from dahulu
