-- Laporan penggunaan hibah siapa yang belum masuk?
-- Satu baris per penerima; memberatkan kosong bila belum terbaca.
select
    nama as hal,
    case
        when not laporan_terbaca then 'belum diketahui'
        when laporan_masuk then 'masuk ' || coalesce(tgl(tanggal_laporan_penggunaan), '')
        else 'belum masuk'
    end as keterangan,
    if(laporan_terbaca, not laporan_masuk, null) as memberatkan,
    1 as jumlah
from pengembalian
order by memberatkan desc nulls last, urutan
