/* indikator
nama   = "TPS terlayani"
urutan = 1
sampai = "H"
satuan = "persen"
arah   = "naik"
hijau  = 100
kuning = 50
basis  = "R"
dasar  = "Pasal 78 UU Pilkada: barang diterima KPPS paling lambat H-{batas_barang_h}. Dinilai mulai H-{mulai_dinilai_h}; kuning mulai {kuning} persen sampai H-{batas_barang_h+1} saja (usulan, menunggu persetujuan Sekda)"

[memakai]
"kpu/pemilih_tps" = { kolom = ["jumlah_tps"], penentu = ["kelurahan"] }
"kpu/distribusi" = { kolom = ["jumlah_tps_diterima"], penentu = ["kelurahan", "tahap_distribusi", "tanggal_rencana", "tanggal_realisasi"], hanya = "tahap_distribusi = 'pps_ke_tps'" }
*/
-- Berapa persen TPS yang barangnya sudah diterima?
-- Satu baris; hanya kelurahan yang jumlah TPS dan barang diterimanya sama-sama terbaca.
with tps as (
    select
        100.0 * sum(tps_diterima) / nullif(sum(jumlah_tps), 0) as persen,
        sum(jumlah_tps) - sum(tps_diterima) as belum,
        sum(tps_diterima) as sudah,
        sum(jumlah_tps) as semua,
        (select bool_or(tps_berlebih) from kelurahan_tps) as berlebih
    from kelurahan_tps
    where tps_diterima is not null and jumlah_tps is not null
)
select
    persen as nilai,
    status_bersyarat('tps_terlayani_persen', persen, lewat_batas_barang()) as status,
    berlebih as kurang_lengkap,
    belum_dinilai() as belum_waktunya,
    bilangan(belum) || ' TPS belum' as sebab,
    format('{} dari {} TPS', bilangan(sudah), bilangan(semua)) as landasan,
    case
        when belum_dinilai() then nanti_dinilai()
        when persen >= 100 then 'Barang sudah sampai di semua TPS.'
        else format('Barang belum sampai di {} TPS; batasnya ', bilangan(belum))
            || format('H-{}, {}.', aturan_bulat('batas_barang_h'), tgl_lisan(hari_h(aturan('batas_barang_h'))))
    end as kalimat
from tps
