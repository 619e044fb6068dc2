-- Barang mana yang ditulis dengan satuan yang tidak dipakai untuknya?
-- Satu baris per baris gudang. Barang tanpa satuan di data rujukan tidak diperiksa.
select
    'kpu' as instansi,
    'logistik_gudang' as tab,
    g.baris,
    'satuan' as kolom,
    sebutan('jenis_barang', g.jenis_barang) || ' ditulis dalam ' || lower(sebutan('satuan', g.satuan)) || ', lazimnya '
        || array_to_string(list_transform(b.satuan, lambda satu: replace(satu, '_', ' ')), ' atau ') || '.' as alasan,
    'periksa satuan dan jumlahnya' as saran
from kpu__logistik_gudang as g
join jenis_barang as b on b.kode = g.jenis_barang
where len(b.satuan) > 0 and not list_contains(b.satuan, g.satuan)
