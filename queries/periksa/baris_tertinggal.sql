-- Baris mana yang tanggalnya berbulan-bulan lebih lama daripada baris lain di tabnya, seperti sisa pemilihan sebelumnya?
-- Satu baris per baris lembar. Dibandingkan dengan tanggal tengah tabnya, dan hanya di tab yang menyatakan keadaan: di
-- daftar peristiwa baris lama memang wajar.
with tanggal as (
    select 'kpu' as instansi, 'pemilih_tps' as tab, baris, 'tanggal_data' as kolom, tanggal_data as tanggal
    from kpu__pemilih_tps
    union all
    select 'kpu', 'logistik_gudang', baris, 'tanggal_data', tanggal_data
    from kpu__logistik_gudang
    union all
    select 'kpu', 'logistik_gudang', baris, 'tanggal_terima', tanggal_terima
    from kpu__logistik_gudang
    union all
    select 'kpu', 'distribusi', baris, 'tanggal_data', tanggal_data
    from kpu__distribusi
    union all
    select 'kpu', 'distribusi', baris, 'tanggal_realisasi', tanggal_realisasi
    from kpu__distribusi
    union all
    select 'kpu', 'distribusi', baris, 'tanggal_rencana', tanggal_rencana
    from kpu__distribusi
    union all
    select 'bawaslu', 'tps_rawan', baris, 'tanggal_data', tanggal_data
    from bawaslu__tps_rawan
    union all
    select 'bpkpd', 'dukungan_sarpras', baris, 'tanggal_data', tanggal_data
    from bpkpd__dukungan_sarpras
    union all
    select 'kesbangpol', 'potensi_konflik', baris, 'tanggal_data', tanggal_data
    from kesbangpol__potensi_konflik
    union all
    select 'kesbangpol', 'pakta_integritas', baris, 'tanggal_data', tanggal_data
    from kesbangpol__pakta_integritas
),
tengah as (
    select *, quantile_disc(tanggal, 0.5) over (partition by instansi, tab, kolom) as biasanya
    from tanggal
    where tanggal is not null
),
tertinggal as (
    select
        *,
        if(
            kolom <> 'tanggal_terima', aturan_bulat('hari_data_tertinggal'), aturan_bulat('hari_tiba_tertinggal')
        ) as batas
    from tengah
)
select
    t.instansi,
    t.tab,
    t.baris,
    t.kolom,
    k.judul || ' baris ini ' || tgl_tahun(t.tanggal) || ', berbulan-bulan lebih lama daripada baris lain ('
        || tgl_tahun(t.biasanya) || ').' as alasan,
    'hapus baris ini bila sisa data lama, atau perbarui isinya' as saran
from tertinggal as t
join kolom as k using (instansi, tab, kolom)
where t.biasanya - t.tanggal > t.batas
-- Satu baris satu sebab: barang yang tibanya lama biasanya juga bertanggal data lama.
qualify row_number() over (partition by t.instansi, t.tab, t.baris order by t.kolom desc) = 1
