/* indikator
nama   = "Lewat {hari_kerja_rekomendasi} hari kerja"
urutan = 3
satuan = "rekomendasi"
arah   = "turun"
hijau  = 0
basis  = "P"
dasar  = "Praktik Inspektorat: 7 sampai {hari_kerja_rekomendasi} hari kerja sesudah surat rekomendasi, bukan pasal. Hijau {hijau}, merah mulai {hijau+1}"
bicara = 1

[memakai]
"bawaslu/netralitas_asn" = { kolom = ["tanggal_rekomendasi", "rekomendasi"], penentu = ["kode_kasus"] }
"kesbangpol/tindak_lanjut_asn" = { kolom = ["status"], penentu = ["tanggal_sanksi"], boleh_kosong = true }
*/
-- Berapa rekomendasi BKN yang menunggu lebih lama daripada batas hari kerjanya?
-- Satu baris.
with rekomendasi as (
    select
        count(*) as belum,
        count(*) filter (where hari_kerja > aturan_bulat('hari_kerja_rekomendasi')) as lewat,
        min(batas) as batas_terdekat,
        daftar(list(kode_kasus order by batas, kode_kasus) filter (where hari_kerja > aturan_bulat('hari_kerja_rekomendasi'))) as lewat_nama,
        format(' lewat {} hari kerja', bilangan(aturan_bulat('hari_kerja_rekomendasi'))) as lewat_batas
    from kasus_asn
    where perlu_dilaksanakan and not dilaksanakan
)
select
    lewat as nilai,
    if(lewat <= 2, lewat_nama, 'batasnya mulai ' || tgl(batas_terdekat)) as sebab,
    if(belum > 0, format('dari {} yang menunggu', bilangan(belum)), null) as landasan,
    case
        when lewat = 0 then 'Tidak ada rekomendasi yang' || lewat_batas
        else if(lewat <= 3, lewat_nama, kapital(terbilang(lewat)) || ' rekomendasi') || lewat_batas || '; batasnya '
            || if(lewat > 1, 'mulai ', '') || tgl_lisan(batas_terdekat)
    end || '.' as kalimat
from rekomendasi
