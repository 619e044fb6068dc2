/* indikator
nama   = "Peserta per 1.000 DPT"
urutan = 2
satuan = "peserta"
arah   = "naik"
hijau  = 20
kuning = 10
surut  = true
nisbah = true
basis  = "P"
dasar  = "Hijau mulai {hijau}, kuning mulai {kuning}, merah di bawahnya (usulan, menunggu persetujuan Sekda)"
bicara = 3
sampai = "H"

[memakai]
"kpu/pemilih_tps" = { kolom = ["dpt_laki_laki", "dpt_perempuan"], penentu = ["kelurahan"] }
"kpu/sosialisasi" = { kolom = ["jumlah_peserta", "status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], hanya = "status = 'terlaksana'", gabung = true }
"bawaslu/pencegahan" = { kolom = ["jumlah_peserta", "status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], hanya = "status = 'terlaksana'", gabung = true }
"kesbangpol/pendidikan_politik" = { kolom = ["jumlah_peserta", "status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], hanya = "status = 'terlaksana'", gabung = true }
*/
-- Berapa peserta kegiatan untuk tiap 1.000 pemilih?
-- Satu baris; kegiatan se-Kota ikut.
with per_seribu as (
    select
        coalesce(sum(jumlah_peserta)::bigint, 0) as peserta,
        1000.0 * peserta / nullif((select sum(dpt_laki_laki + dpt_perempuan) from kpu__pemilih_tps), 0) as nilai
    from kegiatan
    where terlaksana and utuh(kolom_rusak, ['jumlah_peserta', 'status'])
        and tanggal <= hari_nilai('peserta_per_1000_pemilih')
)
select
    nilai,
    'sasaran ' || batas_hijau('peserta_per_1000_pemilih') as sebab,
    bilangan(peserta) || ' peserta' as landasan,
    format('Kegiatan diikuti {} peserta, {} untuk tiap 1.000 pemilih', bilangan(peserta), desimal(nilai))
        || if(
            status_indikator('peserta_per_1000_pemilih', nilai) <> 'hijau',
            '; sasarannya ' || batas_hijau('peserta_per_1000_pemilih'),
            ''
        ) || '.' as kalimat
from per_seribu
