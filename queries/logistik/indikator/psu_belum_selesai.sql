/* indikator
nama   = "PSU belum selesai"
urutan = 12
satuan = "TPS"
arah   = "turun"
hijau  = 0
kuning = inf
basis  = "P"
dasar  = "TPS yang pemungutan atau penghitungan suaranya diulang dan belum selesai. Hijau {hijau}; kuning mulai {hijau+1} selama rencananya belum lewat, sesudah itu merah (usulan, menunggu persetujuan Sekda)"
mulai  = "H+1"

[memakai]
"kpu/psu" = { kolom = ["tanggal_rencana", "tanggal_selesai"], penentu = ["kelurahan", "nomor_tps"] }
*/
-- Berapa TPS yang pengulangannya belum selesai?
-- Satu baris.
with pengulangan as (
    select
        count(*) as semua,
        count(*) filter (where not selesai) as belum,
        count(*) filter (where lewat) as lewat,
        arg_min(nama, (tanggal_rencana, nama)) filter (where not selesai) as pertama
    from ulangan
)
select
    belum as nilai,
    status_bersyarat('psu_belum_selesai', belum, lewat > 0) as status,
    if(lewat > 0, bilangan(lewat) || ' lewat rencana', pertama) as sebab,
    if(semua > 0, format('dari {} TPS', bilangan(semua)), null) as landasan,
    case
        when belum = 0 then 'Tidak ada PSU yang belum selesai.'
        when belum = 1 then format('PSU {} belum selesai{}.', pertama, if(lewat > 0, ', lewat rencananya', ''))
        else format('{} TPS belum selesai diulang', kapital(terbilang(belum)))
            || if(lewat > 0, format(', {} lewat rencana', terbilang(lewat)), '') || format('; antara lain {}.', pertama)
    end as kalimat
from pengulangan
