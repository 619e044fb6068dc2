-- Hibah pengamanan siapa yang belum cair seluruhnya?
-- Satu baris per penerima; memberatkan kosong bila nilainya belum diketahui.
select
    nama as hal,
    if(
        cair_persen is null,
        'belum diketahui',
        format('cair {}', persen(cair_persen)) || if(sisa_rp > 0, ', sisa ' || rupiah(sisa_rp), '')
    ) as keterangan,
    if(mustahil, null, sisa_rp > 0) as memberatkan,
    1 as jumlah
from hibah
where penerima in penerima_pengamanan()
order by memberatkan desc nulls last, sisa_rp desc nulls last, nama
