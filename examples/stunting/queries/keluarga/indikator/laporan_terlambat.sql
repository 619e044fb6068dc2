/* indikator
nama   = "Laporan terlambat"
urutan = 3
satuan = "kecamatan"
arah   = "turun"
hijau  = 0
kuning = 2
basis  = "P"
dasar  = "Usulan, menunggu persetujuan Sekda: laporan bulan sebelumnya diterima paling lambat tanggal {laporan_tanggal}; hijau {hijau}, kuning sampai {kuning}, merah di atasnya"

[memakai]
"dppkb/laporan" = { kolom = ["tanggal_kirim"], penentu = ["kecamatan", "bulan"], boleh_kosong = true }
*/
-- Berapa kecamatan yang laporan bulanannya sudah jatuh tempo dan belum diterima?
-- Satu baris; yang tanggalnya tidak terbaca tidak dianggap terlambat.
with belum as (
    select w.kecamatan
    from (select distinct kecamatan from wilayah) as w
    left join dppkb__laporan as l on l.kecamatan = w.kecamatan and l.bulan = bulan_laporan()
    where l.tanggal_kirim is null and coalesce(utuh(l.kolom_rusak, ['tanggal_kirim']), true)
)
select
    count(*) as nilai,
    tempat_belum(list(kecamatan order by kecamatan)) as sebab,
    'batas ' || tgl(batas_laporan()) as landasan,
    if(
        count(*) = 0,
        'Laporan bulanan semua kecamatan sudah diterima.',
        format('Laporan {} belum diterima; batasnya {}.', tempat_belum(list(kecamatan order by kecamatan)), tgl_lisan(batas_laporan()))
    ) as kalimat
from belum
