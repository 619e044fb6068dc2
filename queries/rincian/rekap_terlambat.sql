-- Rekapitulasi mana yang terlambat?
-- Satu baris per rekapitulasi.
select
    nama as hal,
    case
        when terlambat then 'terlambat dari ' || tgl(tanggal_rencana)
        when selesai then 'selesai'
        else coalesce('rencana ' || tgl(tanggal_rencana), 'belum ada rencana')
    end as keterangan,
    terlambat as memberatkan,
    1 as jumlah
from rekap
order by memberatkan desc nulls last, tanggal_rencana, nama
