-- Barang kurang mana yang belum punya tanggal rencana pengganti?
-- Satu baris per jenis barang dan jenis pemilihan, pada kedatangan terakhirnya. Baris yang ada rusaknya sudah diwajibkan
-- mengisi oleh kontrak, dan sel yang belum terbaca sudah menjadi temuan sendiri.
with gudang as (
    select
        jenis_barang,
        jenis_pemilihan,
        arg_max(baris, (coalesce(tanggal_terima, date '0001-01-01'), baris)) as baris,
        bool_or(rencana_pengganti is not null or not utuh(kolom_rusak, ['rencana_pengganti'])) as terisi
    from kpu__logistik_gudang
    group by jenis_barang, jenis_pemilihan
)
select
    'kpu' as instansi,
    'logistik_gudang' as tab,
    g.baris,
    'rencana_pengganti' as kolom,
    b.nama || ' kurang ' || bilangan(b.kurang) || ' dari kebutuhan ' || bilangan(b.kebutuhan)
        || if(b.cadangan_ulang > 0, format(' (di luar {} untuk pemungutan suara ulang)', bilangan(b.cadangan_ulang)), '')
        || ', tetapi rencana penggantinya belum diisi.'
        as alasan,
    'tulis tanggal kekurangan ini dijanjikan tiba' as saran,
    'Sampai diisi, barang ini dihitung kurang tanpa janji pengganti.' as akibat
from barang as b
join gudang as g using (jenis_barang, jenis_pemilihan)
where b.kurang > 0 and not g.terisi and not berakhir('barang_kurang')
