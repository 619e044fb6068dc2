-- Dari mana kebutuhan tiap jenis barang dihitung, dan apa dasarnya?
-- Satu baris per cara menghitung dan dasarnya, dengan semua barang yang dihitung begitu; sampai barangnya selesai dinilai.
with cara as (
    select
        kode,
        case
            when per_dpt_persen is not null then format('{} persen dari DPT, tiap pemilihan', desimal(per_dpt_persen))
            when per_tps_keduanya is not null then format('{} tiap TPS', bilangan(per_tps_keduanya))
            else 'yang ditulis KPU'
        end as kebutuhan,
        dasar
    from jenis_barang
)
select
    string_agg(sebutan('jenis_barang', kode), ', ' order by sebutan('jenis_barang', kode)) as nama,
    kebutuhan,
    dasar
from cara
where not berakhir('barang_kurang')
group by kebutuhan, dasar
order by kebutuhan = 'yang ditulis KPU', nama
