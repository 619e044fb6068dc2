-- Baris mana yang sel rusaknya tidak dipakai rumus sebuah indikator, sehingga tidak menahan apa pun?
-- Satu baris per indikator dan baris lembar; dipakai = baris itu sendiri tetap dipakai, hanya sel rusaknya yang tidak.
with berbatas as (
    select unnest(penerima_berbatas()) as penerima
),
barang_terhitung as (
    -- Kebutuhan tertulis tidak dipakai untuk barang yang kebutuhannya dihitung dari TPS atau DPT.
    select g.baris
    from kpu__logistik_gudang as g
    join barang as b using (jenis_barang, jenis_pemilihan)
    where b.kebutuhan_hitung is not null
        and utuh(g.kolom_rusak, ['jumlah_diterima', 'jumlah_rusak', 'jumlah_pengganti'])
)
select unnest(['barang_kurang', 'barang_siap_persen']) as kode, 'kpu' as instansi, 'logistik_gudang' as tab, baris, true as dipakai
from barang_terhitung
union all
select unnest(['tps_terlayani_persen', 'c_pemberitahuan_persen', 'kelurahan_prioritas']), 'kpu', 'distribusi', baris, false
from kpu__distribusi
where tahap_distribusi <> 'pps_ke_tps'
union all
select 'pencairan_' || h.penerima || '_persen', 'bpkpd', 'nphd', n.baris, false
from berbatas as h
join bpkpd__nphd as n on n.penerima <> h.penerima
union all
select unnest(['pencairan_' || h.penerima || '_persen', 'selisih_' || h.penerima || '_rp']), 'bpkpd', 'pencairan', p.baris, false
from berbatas as h
join bpkpd__pencairan as p on p.penerima <> h.penerima or p.status <> 'cair'
union all
select 'peserta_per_1000_pemilih', instansi, tab, baris, false
from kegiatan
where status <> 'terlaksana'
union all
select 'laporan_lewat_7_hari', 'bawaslu', 'penanganan', baris, true
from bawaslu__penanganan
where sumber <> 'laporan'
