-- Berapa tiap jenis barang yang siap pakai, dan berapa yang masih kurang?
-- Satu baris per jenis barang dan jenis pemilihan, yang wajib ada ikut walau belum dilaporkan.
with acuan as (
    -- Dari jumlah yang sebagian barisnya belum terbaca tidak dapat dihitung kebutuhan seluruh kota.
    select
        if(any_value(tps_utuh), sum(jumlah_tps), null) as jumlah_tps,
        if(any_value(dpt_utuh), sum(dpt_laki_laki + dpt_perempuan), null) as dpt
    from kpu__pemilih_tps, (
        select
            coalesce(bool_and(kelas <> 'ditahan' and utuh(kolom_rusak, ['jumlah_tps'])), true) as tps_utuh,
            coalesce(bool_and(kelas <> 'ditahan' and utuh(kolom_rusak, ['dpt_laki_laki', 'dpt_perempuan'])), true) as dpt_utuh
        from baris
        where instansi = 'kpu' and tab = 'pemilih_tps'
    )
),
gudang as (
    select
        jenis_barang,
        jenis_pemilihan,
        min(satuan) as satuan,
        sum(jumlah_diterima - jumlah_rusak + coalesce(jumlah_pengganti, 0)) as siap,
        sum(jumlah_rusak) as rusak,
        max(kebutuhan) as kebutuhan_tertulis,
        max(rencana_pengganti) as janji,
        max(tanggal_terima) as tanggal_terima,
        min(baris) as baris,
        bool_and(utuh(kolom_rusak, ['jumlah_diterima', 'jumlah_rusak', 'jumlah_pengganti'])) as jumlah_utuh,
        bool_and(utuh(kolom_rusak, ['kebutuhan'])) as kebutuhan_utuh
    from kpu__logistik_gudang
    group by jenis_barang, jenis_pemilihan
),
wajib as (
    select kode as jenis_barang, unnest(if(per_dpt_persen is null, ['keduanya'], ['pilgub', 'pilwalkot'])) as jenis_pemilihan
    from jenis_barang
    where wajib_ada
),
belum_ada as (
    select jenis_barang, jenis_pemilihan
    from wajib as w
    anti join gudang using (jenis_barang, jenis_pemilihan)
    -- Barang bersama boleh juga ditulis terpisah untuk kedua pemilihan.
    where jenis_pemilihan <> 'keduanya' or (
        select count(*)
        from gudang as g
        where g.jenis_barang = w.jenis_barang and g.jenis_pemilihan in ('pilgub', 'pilwalkot')
    ) < 2
),
dihitung as (
    select
        jenis_barang,
        jenis_pemilihan,
        g.* exclude (jenis_barang, jenis_pemilihan, jumlah_utuh, kebutuhan_utuh),
        b.jenis_barang is not null as belum_ada,
        coalesce(g.jumlah_utuh, false) as jumlah_utuh,
        coalesce(g.kebutuhan_utuh, false) as kebutuhan_utuh,
        case
            when j.per_dpt_persen is not null and jenis_pemilihan <> 'keduanya'
                then ceil(acuan.dpt * j.per_dpt_persen / 100)
            when jenis_pemilihan = 'keduanya' then acuan.jumlah_tps * j.per_tps_keduanya
            else acuan.jumlah_tps * j.per_tps_satu
        end::bigint as kebutuhan_hitung
    from gudang as g
    full join belum_ada as b using (jenis_barang, jenis_pemilihan)
    left join jenis_barang as j on j.kode = jenis_barang
    cross join acuan
)
select
    *,
    coalesce(kebutuhan_hitung, kebutuhan_tertulis) as kebutuhan,
    -- Tulisan yang belum terbaca membuat barang ini tidak kurang dan tidak siap: belum diketahui.
    jumlah_utuh and (kebutuhan_hitung is not null or (kebutuhan_utuh and kebutuhan_tertulis is not null)) as diketahui,
    if(diketahui, greatest(coalesce(kebutuhan_hitung, kebutuhan_tertulis) - siap, 0), null)::bigint as kurang,
    if(diketahui, least(100.0 * greatest(siap, 0) / nullif(coalesce(kebutuhan_hitung, kebutuhan_tertulis), 0), 100), null) as siap_persen,
    sebutan('jenis_barang', jenis_barang)
        || if(jenis_pemilihan = 'keduanya', '', ' ' || lower(sebutan('jenis_pemilihan', jenis_pemilihan))) as nama
from dihitung
