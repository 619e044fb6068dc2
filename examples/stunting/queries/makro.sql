-- Kata yang hanya dipakai pertanyaan topik ini, di samping kata semua topik di monev/queries/makro.sql.
-- Tempat dengan bagian paling rendah seperti disebut di ubin: paling banyak dua, yang lain hanya jumlahnya.
create or replace macro tempat_belum(nama) as
    if(len(nama) <= 2, daftar(nama), nama[1] || ' dan ' || terbilang(len(nama) - 1) || ' lainnya');

-- Bulan yang laporannya sudah jatuh tempo: bulan lalu sesudah tanggal laporan, sebelum itu bulan sebelumnya.
create or replace macro bulan_laporan() as strftime(
    date_trunc('month', hari_ini() - aturan_bulat('laporan_tanggal')) - interval 1 month, '%Y-%m'
);
create or replace macro batas_laporan() as (
    date_trunc('month', hari_ini() - aturan_bulat('laporan_tanggal'))::date + aturan_bulat('laporan_tanggal') - 1
);
