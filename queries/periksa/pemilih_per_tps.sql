-- Di kelurahan mana pemilih per TPS rata-rata melebihi batas?
-- Satu baris per kelurahan.
select
    'kpu' as instansi,
    'pemilih_tps' as tab,
    baris,
    'jumlah_tps' as kolom,
    'Di ' || kelurahan || ' ada ' || bilangan(dpt_laki_laki + dpt_perempuan) || ' pemilih untuk '
        || bilangan(jumlah_tps)
        || ' TPS, lebih dari rata-rata ' || bilangan(aturan_bulat('pemilih_per_tps')) || ' pemilih per TPS. '
        || 'Dasar: ' || dasar_aturan('pemilih_per_tps') || '.' as alasan,
    'periksa jumlah TPS dan DPT kelurahan ini' as saran
from kpu__pemilih_tps
where dpt_laki_laki + dpt_perempuan > jumlah_tps * aturan('pemilih_per_tps')
