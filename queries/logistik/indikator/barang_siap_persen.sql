/* indikator
nama   = "Barang siap"
urutan = 3
satuan = "persen"
arah   = "naik"
hijau  = 100
kuning = 80
basis  = "P"
dasar  = "Hijau {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya (usulan, menunggu persetujuan Sekda)"
bicara = 7
sampai = "H"

[memakai]
"kpu/pemilih_tps" = { kolom = ["jumlah_tps", "dpt_laki_laki", "dpt_perempuan"], penentu = ["kelurahan"] }
"kpu/logistik_gudang" = [
    { kolom = ["jumlah_diterima", "jumlah_rusak", "jumlah_pengganti"], penentu = ["satuan", "jenis_barang", "jenis_pemilihan", "tanggal_terima"] },
    { kolom = ["kebutuhan"], hanya = "not exists (from barang as b where b.jenis_barang = t.jenis_barang and b.jenis_pemilihan = t.jenis_pemilihan and b.kebutuhan_hitung is not null)" },
]
*/
-- Berapa persen jenis barang yang sudah cukup, dari yang keadaannya diketahui?
-- Satu baris.
with barang_ringkas as (
    select
        count(*) filter (where kurang > 0) as kurang,
        count(*) filter (where diketahui) as diketahui,
        count(*) filter (where not diketahui) as belum_diketahui
    from barang
)
select
    100.0 * (diketahui - kurang) / nullif(diketahui, 0) as nilai,
    belum_diketahui > 0 as kurang_lengkap,
    bilangan(kurang) || ' jenis kurang' as sebab,
    format('{} dari {} jenis', bilangan(diketahui - kurang), bilangan(diketahui)) as landasan,
    format('{} dari {} jenis barang siap.', bilangan(diketahui - kurang), bilangan(diketahui)) as kalimat
from barang_ringkas
