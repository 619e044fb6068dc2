-- Sisa hibah siapa yang belum kembali?
-- Satu baris per penerima; memberatkan kosong bila belum dilaporkan.
select
    nama as hal,
    case
        when belum_kembali_rp is null then 'belum dilaporkan'
        when belum_kembali_rp > 0 then rupiah(belum_kembali_rp) || ' belum kembali'
        else 'sudah kembali'
    end as keterangan,
    belum_kembali_rp > 0 as memberatkan,
    1 as jumlah
from pengembalian
order by memberatkan desc nulls last, belum_kembali_rp desc nulls last, urutan
