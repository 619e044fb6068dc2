/* indikator
nama   = "Rekomendasi tertunda"
urutan = 2
satuan = "rekomendasi"
arah   = "turun"
hijau  = 0
kuning = inf
basis  = "P"
dasar  = "Praktik Inspektorat: 7 sampai {hari_kerja_rekomendasi} hari kerja sesudah surat rekomendasi, bukan pasal. Hijau {hijau}; kuning bila ada dan belum lewat {hari_kerja_rekomendasi} hari kerja; merah bila ada yang lewat"

[memakai]
"bawaslu/netralitas_asn" = { kolom = ["tanggal_rekomendasi", "rekomendasi"], penentu = ["kode_kasus"] }
"kesbangpol/tindak_lanjut_asn" = { kolom = ["status"], penentu = ["tanggal_sanksi"], boleh_kosong = true }
*/
-- Berapa rekomendasi BKN yang belum dilaksanakan?
-- Satu baris.
with rekomendasi as (
    select
        count(*) as perlu,
        count(*) filter (where not dilaksanakan) as belum,
        count(*) filter (where not dilaksanakan and hari_kerja > aturan_bulat('hari_kerja_rekomendasi')) as lewat,
        min(batas) filter (where not dilaksanakan) as batas_terdekat
    from kasus_asn
    where perlu_dilaksanakan
)
select
    belum as nilai,
    status_bersyarat('rekomendasi_belum_dieksekusi', belum, lewat > 0) as status,
    if(lewat > 0, bilangan(lewat) || ' lewat batas', 'batas ' || tgl(batas_terdekat)) as sebab,
    if(perlu > 0, format('{} dari {} dilaksanakan', bilangan(perlu - belum), bilangan(perlu)), null) as landasan,
    case
        when perlu = 0 then 'Tidak ada rekomendasi BKN yang menunggu pelaksanaan'
        when belum = 0 then 'Semua rekomendasi BKN sudah dilaksanakan'
        else kapital(terbilang(belum)) || ' rekomendasi BKN menunggu PPK (pembina kepegawaian); ' || case
            when lewat > 0 then format('{} lewat {} hari kerja', terbilang(lewat), bilangan(aturan_bulat('hari_kerja_rekomendasi')))
            when belum = 1 then 'batasnya ' || tgl_lisan(batas_terdekat)
            else 'batas terdekat ' || tgl_lisan(batas_terdekat)
        end
    end || '.' as kalimat
from rekomendasi
