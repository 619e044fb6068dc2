/* indikator
nama   = "Belum dicatat Pemkot"
urutan = 4
satuan = "kasus"
arah   = "turun"
hijau  = 0
basis  = "P"
dasar  = "Kasus yang direkomendasikan BKN tanpa catatan tindak lanjut Pemkot. Hijau {hijau}, merah mulai {hijau+1} (usulan, menunggu persetujuan Sekda)"
bicara = 2

[memakai]
"bawaslu/netralitas_asn" = { kolom = ["tanggal_rekomendasi", "rekomendasi"], penentu = ["kode_kasus"] }
"kesbangpol/tindak_lanjut_asn" = { kolom = [], penentu = ["tanggal_sanksi"], boleh_kosong = true }
*/
-- Berapa kasus yang direkomendasikan BKN tanpa catatan tindak lanjut Pemkot?
-- Satu baris.
with direkomendasikan as (
    select
        count(*) as perlu,
        count(*) filter (where not di_kota) as tanpa,
        daftar(list(kode_kasus order by tanggal_rekomendasi, kode_kasus) filter (where not di_kota)) as tanpa_nama
    from kasus_asn
    where perlu_dilaksanakan
)
select
    tanpa as nilai,
    if(tanpa <= 2, tanpa_nama, 'belum dicatat Pemkot') as sebab,
    if(perlu > 0, format('dari {} rekomendasi', bilangan(perlu)), null) as landasan,
    case
        when perlu = 0 then 'Tidak ada rekomendasi BKN yang perlu dicatat Pemkot.'
        when tanpa = 0 then 'Semua rekomendasi BKN sudah dicatat Pemkot.'
        else if(tanpa <= 3, tanpa_nama, kapital(terbilang(tanpa)) || ' kasus') || ' sudah direkomendasikan BKN, belum dicatat Pemkot.'
    end as kalimat
from direkomendasikan
