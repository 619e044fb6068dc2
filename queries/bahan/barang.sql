-- Berapa kebutuhan, yang siap, dan yang kurang dari tiap jenis barang?
-- Satu baris per jenis barang, juga yang cukup; yang belum diketahui lebih dulu, lalu yang paling kurang.
select
    nama,
    lower(sebutan('satuan', satuan)) as satuan_barang,
    kebutuhan,
    if(diketahui, siap, null)::bigint as siap,
    if(per_pemilih, cadangan_ulang, null) as cadangan_ulang,
    if(diketahui, rusak, null)::bigint as rusak,
    kurang,
    siap_persen,
    tanggal_terima,
    janji,
    case
        when belum_ada then belum_dilaporkan()
        when not diketahui then 'belum jelas'
        when lebih_sebanyak_ulang then format('cukup, lebih {}, sebanyak untuk pemungutan suara ulang', bilangan(surat_suara_ulang()))
        when kurang = 0 then 'cukup'
        when berakhir('barang_kurang') then 'kurang'
        when janji < hari_ini() then 'kurang, janji sudah lewat'
        when janji is null then 'kurang, belum ada janji'
        else 'kurang, dijanjikan'
    end as keadaan,
    baris
from barang
order by diketahui, siap_persen, nama
