-- Pemungutan suara mana yang belum selesai diulang?
-- Satu baris per TPS.
select
    nama as hal,
    case
        when selesai then 'selesai'
        when lewat then 'lewat rencana ' || tgl(tanggal_rencana)
        else coalesce('rencana ' || tgl(tanggal_rencana), 'belum ada rencana')
    end as keterangan,
    not selesai as memberatkan,
    1 as jumlah
from ulangan
order by memberatkan desc nulls last, tanggal_rencana, nama
