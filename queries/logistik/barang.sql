-- Barang mana yang masih kurang atau belum diketahui, dari yang paling genting?
-- Satu baris per jenis barang yang belum siap.
select
    nama as label,
    kurang,
    kebutuhan,
    lower(sebutan('satuan', satuan)) as satuan_barang,
    if(diketahui, siap_persen, null) as siap_persen,
    -- Sesudah selesai dinilai, janji penggantinya tidak ditunggu lagi.
    if(berakhir('barang_kurang'), null, janji) as janji,
    case when janji < hari_ini() and not berakhir('barang_kurang') then hari_ini() - janji end as lewat_hari,
    if(belum_ada, belum_dilaporkan(), 'belum jelas, baris ' || baris) as keterangan
from barang
where not diketahui or kurang > 0
order by not diketahui, coalesce(janji, hari_ini()) < hari_ini() desc, siap_persen, nama
