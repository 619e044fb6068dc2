-- Berapa sisa hibah tiap penerima, berapa yang sudah kembali, dan sudahkah penggunaannya dilaporkan?
-- Satu baris per penerima, sejak pengembaliannya mulai dinilai; sebelumnya tanpa baris. Bagian yang kembali kosong selama
-- belum diketahui; disorot yang paling banyak belum kembali.
with pernyataan as (
    -- Tab yang menyatakan nihil berlaku bagi semua penerima.
    select dilaporkan('bpkpd', 'pengembalian') and not coalesce((select bool_or(dilaporkan) from pengembalian), false) as nihil
),
keadaan as (
    select
        *,
        if(nihil, 0, belum_kembali_rp)::bigint as belum_rp,
        if(nihil, 0, sisa_rp)::bigint as sisa,
        case
            when not dilaporkan then null
            when laporan_masuk then 'masuk ' || tgl(tanggal_laporan_penggunaan)
            when laporan_terbaca then 'belum masuk'
            else 'belum jelas'
        end as laporan
    from pengembalian, pernyataan
)
select
    nama as label,
    case when belum_rp = 0 then 100 else 100.0 * (sisa - belum_rp) / nullif(sisa, 0) end::double as nilai,
    case when nilai is null then '' when sisa = 0 then 'nihil' else persen(nilai) end as teks,
    case
        when not dilaporkan and not nihil then belum_dilaporkan()
        when belum_rp is null then 'belum jelas'
        when sisa = 0 then 'tidak ada sisa'
        else rupiah_dari(sisa - belum_rp, sisa)
    end as rincian,
    -- Sependek itu di paparan; dibulatkan ke bawah, supaya yang belum seluruhnya tidak tertulis 100%.
    floor(nilai) as persen_bulat,
    case when belum_rp > 0 then 'belum ' || rupiah(belum_rp) when sisa > 0 then 'sudah kembali' else rincian end as singkat,
    laporan,
    'laporan ' || laporan as kanan,
    coalesce(hari_ini() > batas_pengembalian() and not laporan_masuk, false) as kanan_tebal,
    coalesce(row_number() over (order by belum_rp desc nulls last, urutan) = 1 and belum_rp > 0, false) as sorot,
    sisa as sisa_rp,
    kembali_rp::bigint as kembali_rp,
    belum_rp,
    if(kembali_rp > 0, concat_ws(', ', tgl_tahun(tanggal_setor), nomor_bukti_setor), null) as bukti,
    coalesce('batas ' || tgl_tahun(batas_pengembalian()), format('batas: {} bulan sesudah pengusulan', terbilang(aturan_bulat('bulan_pengembalian_hibah')))) as batas
from keadaan
where hari_ini() >= (select mulai from ambang where kode = 'sisa_hibah_belum_kembali_rp')
order by urutan
