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
kiriman as (
    select
        *,
        jumlah_diterima - jumlah_rusak + coalesce(jumlah_pengganti, 0) as siap,
        memuat_surat_suara_ulang(keterangan, jumlah_diterima) as memuat_ulang
    from kpu__logistik_gudang
),
gudang as (
    select
        jenis_barang,
        jenis_pemilihan,
        min(satuan) as satuan,
        sum(siap) as siap_semua,
        -- Satu jumlah untuk tiap pemilihan, di berapa kiriman pun ia disebut.
        if(bool_or(memuat_ulang), least(coalesce(sum(greatest(siap, 0)) filter (where memuat_ulang), 0), surat_suara_ulang()), null)
            as dinyatakan_ulang,
        sum(jumlah_rusak) as rusak,
        max(kebutuhan) as kebutuhan_tertulis,
        max(rencana_pengganti) as janji,
        max(tanggal_terima) as tanggal_terima,
        min(baris) as baris,
        bool_and(utuh(kolom_rusak, ['jumlah_diterima', 'jumlah_rusak', 'jumlah_pengganti'])) as jumlah_utuh,
        bool_and(utuh(kolom_rusak, ['kebutuhan'])) as kebutuhan_utuh
    from kiriman
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
        g.* exclude (jenis_barang, jenis_pemilihan, jumlah_utuh, kebutuhan_utuh, dinyatakan_ulang),
        b.jenis_barang is not null as belum_ada,
        coalesce(g.jumlah_utuh, false) as jumlah_utuh,
        coalesce(g.kebutuhan_utuh, false) as kebutuhan_utuh,
        ulang,
        j.per_dpt_persen is not null and ulang > 0 as per_pemilih,
        case
            when j.per_dpt_persen is not null and jenis_pemilihan <> 'keduanya'
                then ceil(acuan.dpt * j.per_dpt_persen / 100)
            when jenis_pemilihan = 'keduanya' then acuan.jumlah_tps * j.per_tps_keduanya
            else acuan.jumlah_tps * j.per_tps_satu
        end::bigint as kebutuhan_hitung,
        -- Kebutuhan tertulis yang memuatnya juga menghitungnya di antara yang diterima. Pembulatan tiap TPS boleh menambah.
        per_pemilih and coalesce(
            g.kebutuhan_tertulis - kebutuhan_hitung between ulang and ulang + coalesce(acuan.jumlah_tps, 0), false
        ) as kebutuhan_memuat_ulang,
        case
            when not per_pemilih then 0
            when g.dinyatakan_ulang is not null then g.dinyatakan_ulang
            when kebutuhan_memuat_ulang then least(greatest(g.siap_semua, 0), ulang)
            else 0
        end::bigint as cadangan_ulang
    from gudang as g
    full join belum_ada as b using (jenis_barang, jenis_pemilihan)
    left join jenis_barang as j on j.kode = jenis_barang
    cross join acuan
    cross join (select surat_suara_ulang() as ulang)
),
dibandingkan as (
    select
        * exclude (siap_semua),
        siap_semua - cadangan_ulang as siap,
        coalesce(kebutuhan_hitung, kebutuhan_tertulis) as kebutuhan,
        -- Apakah kebutuhan yang hanya tertulis memuat surat suara ulang tidak diketahui: dari situ hanya yang pasti.
        if(kebutuhan_hitung is null, siap_semua, siap_semua - cadangan_ulang) as siap_dihitung
    from dihitung
)
select
    * exclude (siap_dihitung, ulang),
    -- Tulisan yang belum terbaca membuat barang ini tidak kurang dan tidak siap: belum diketahui.
    jumlah_utuh and (kebutuhan_hitung is not null or (kebutuhan_utuh and kebutuhan_tertulis is not null))
        and not coalesce(siap < kebutuhan and siap_dihitung >= kebutuhan, false) as diketahui,
    if(diketahui, greatest(kebutuhan - siap_dihitung, 0), null)::bigint as kurang,
    if(diketahui, least(100.0 * greatest(siap_dihitung, 0) / nullif(kebutuhan, 0), 100), null) as siap_persen,
    -- Surat suara yang lebih persis sebanyak cadangan ulang, tanpa disebut untuk apa.
    per_pemilih and coalesce(siap - kebutuhan = ulang and cadangan_ulang = 0, false) as lebih_sebanyak_ulang,
    sebutan('jenis_barang', jenis_barang)
        || if(jenis_pemilihan = 'keduanya', '', ' ' || lower(sebutan('jenis_pemilihan', jenis_pemilihan))) as nama
from dibandingkan
