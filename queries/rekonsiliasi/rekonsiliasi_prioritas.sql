-- Kelurahan mana yang didahulukan dan mengapa (R8), dan apakah barang ke kelurahan rawan bencana berangkat paling awal (R9)?
-- Satu baris per kelurahan.
with bertanda as (
    select *, list_has_any([potensi_konflik, kejadian_tinggi, tps_rawan, logistik], ['ya', 'tidak']) as ternilai
    from prioritas
),
dahulu as (
    select *, count(*) over () as jumlah
    from bertanda
    where skor >= aturan_bulat('skor_prioritas')
),
rencana as (
    select
        k.kelurahan,
        k.rencana_ke_tps,
        r.kelurahan is not null as rawan_bencana,
        r.jumlah_tps_rawan,
        min(k.rencana_ke_tps) filter (where r.kelurahan is null) over () as awal_lain,
        (select tanggal_pemungutan from daerah) as pemungutan
    from kelurahan_tps as k
    left join tps_rawan as r
        on r.kelurahan = k.kelurahan and r.kode_indikator = '7.3' and r.jumlah_tps_rawan is distinct from 0
)
select
    'R8' as kode,
    'risiko' as agenda,
    kelurahan as kunci,
    'Skor prioritas ' || kelurahan as kiri,
    skor as nilai_kiri,
    'Batas didahulukan' as kanan,
    aturan_bulat('skor_prioritas') as nilai_kanan,
    'risiko' as satuan,
    false as cocok,
    -- Warna tiap kelurahan mengikuti warna indikatornya, supaya satu halaman tidak berkata dua hal.
    status_indikator('kelurahan_prioritas', jumlah) as bila_beda,
    null as bila_kosong,
    format('{}, Kecamatan {}: {}.', kelurahan, kecamatan, alasan) as kalimat
from dahulu
union all by name
select
    'R8' as kode,
    'risiko' as agenda,
    'Se-Kota' as kunci,
    'Skor prioritas' as kiri,
    'Batas didahulukan' as kanan,
    aturan_bulat('skor_prioritas') as nilai_kanan,
    'risiko' as satuan,
    'Kelurahan yang perlu didahulukan belum dapat dinilai; TPS rawan, potensi konflik, kejadian, dan distribusi belum dilaporkan.'
        as kalimat
where not exists (from bertanda where ternilai)
union all by name
select
    'R9' as kode,
    'risiko' as agenda,
    kelurahan as kunci,
    'KPU: rencana tiba di ' || kelurahan || ', sebelum pemungutan' as kiri,
    pemungutan - rencana_ke_tps as nilai_kiri,
    'KPU: paling awal di kelurahan lain' as kanan,
    pemungutan - awal_lain as nilai_kanan,
    'hari' as satuan,
    rencana_ke_tps <= awal_lain as cocok,
    'kuning' as bila_beda,
    format('Bawaslu mencatat {} rawan bencana', kelurahan) || coalesce(format(' di {} TPS', bilangan(jumlah_tps_rawan)), '') || '; '
        || case
            when rencana_ke_tps is null then 'rencana tiba barangnya di TPS belum dilaporkan KPU.'
            else format('KPU merencanakan barang tiba {}, ', tgl_lisan(rencana_ke_tps)) || case
                when awal_lain is null then 'rencana kelurahan lain belum dilaporkan.'
                when rencana_ke_tps <= awal_lain then 'tidak sesudah kelurahan lain.'
                else format('kelurahan lain paling awal {}.', tgl_lisan(awal_lain))
            end
        end as kalimat
from rencana
where rawan_bencana
union all by name
select
    'R9' as kode,
    'risiko' as agenda,
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
from rekonsiliasi_dasar
where kode = 'R9' and tab = 'tps_rawan' and not dilaporkan
