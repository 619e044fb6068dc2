-- Apakah laporan Desk Pilkada tiap bulan sudah dikirim ke provinsi?
-- Satu baris per bulan yang sudah jatuh tempo, yang terbaru lebih dulu.
select
    bulan,
    -- Tanpa harinya: “Oktober 2024”.
    ltrim(tgl_lisan_tahun(batas), '0123456789 ' || chr(160)) as bulan_kata,
    batas,
    tanggal_kirim,
    terlambat_hari,
    if(belum_diketahui, 'belum_dilaporkan', status_indikator('laporan_desk_terlambat_hari', terlambat_hari)) as status,
    case
        when belum_diketahui then 'tanggal kirim belum jelas'
        when tanggal_kirim is not null then 'terkirim ' || tgl(tanggal_kirim)
        else format('belum dikirim, lewat {} hari', bilangan(terlambat_hari))
    end as keterangan
from laporan_desk
order by batas desc
