/* rekonsiliasi
judul  = "Barang ke kelurahan rawan bencana"
kiri   = "KPU: rencana tiba, sebelum pemungutan"
kanan  = "KPU: paling awal di kelurahan lain"
satuan = "hari"

[memakai]
"bawaslu/tps_rawan" = ["jumlah_tps_rawan"]
"kpu/distribusi" = ["tanggal_rencana"]
*/
-- Apakah barang ke kelurahan rawan bencana berangkat paling awal?
-- Satu baris per kelurahan rawan bencana.
with rencana as (
    select
        k.kelurahan,
        k.rencana_ke_tps,
        r.kelurahan is not null as rawan_bencana,
        r.jumlah_tps_rawan,
        min(k.rencana_ke_tps) filter (where r.kelurahan is null) over () as awal_lain,
        (select tanggal_pemungutan from daerah) as pemungutan,
        hari_h(aturan('batas_barang_h')) as batas
    from kelurahan_tps as k
    left join tps_rawan as r
        on r.kelurahan = k.kelurahan and r.kode_indikator = '7.3' and r.jumlah_tps_rawan is distinct from 0
)
select
    kelurahan as kunci,
    'KPU: rencana tiba di ' || kelurahan || ', sebelum pemungutan' as kiri,
    pemungutan - rencana_ke_tps as nilai_kiri,
    pemungutan - awal_lain as nilai_kanan,
    -- Rencana sesudah hari terakhir menurut aturan tidak pernah cocok, walau kelurahan lain tidak lebih awal.
    rencana_ke_tps <= awal_lain and rencana_ke_tps <= batas as cocok,
    'kuning' as bila_beda,
    format('Bawaslu mencatat {} rawan bencana', kelurahan) || coalesce(format(' di {} TPS', bilangan(jumlah_tps_rawan)), '') || '; '
        || case
            when rencana_ke_tps is null then 'rencana tiba barangnya di TPS belum dilaporkan KPU.'
            else format('KPU merencanakan barang tiba {}, ', tgl_lisan(rencana_ke_tps)) || case
                when rencana_ke_tps > batas then format('sesudah batasnya {}.', tgl_lisan(batas))
                when awal_lain is null then 'rencana kelurahan lain belum dilaporkan.'
                when rencana_ke_tps <= awal_lain then 'tidak sesudah kelurahan lain.'
                else format('kelurahan lain paling awal {}.', tgl_lisan(awal_lain))
            end
        end as kalimat
from rencana
where rawan_bencana and not berakhir('tps_terlayani_persen')
union all by name
select
    'Se-Kota' as kunci,
    'Bawaslu: kelurahan rawan bencana' as kiri,
    'KPU: rencana tiba di TPS' as kanan,
    'kelurahan' as satuan,
    if(hari_ini() <= akhir_tahap('survei_tps_rawan'), 'belum_waktunya', 'belum_dilaporkan') as bila_kosong,
    if(
        hari_ini() <= akhir_tahap('survei_tps_rawan'),
        format('Kelurahan rawan bencana didata Bawaslu {}.', masa_tahap('survei_tps_rawan')),
        'Kelurahan rawan bencana dari Bawaslu belum dilaporkan.'
    ) as kalimat
from pembandingan_dasar
where kode = 'R9' and tab = 'tps_rawan' and not dilaporkan and not berakhir('tps_terlayani_persen')
