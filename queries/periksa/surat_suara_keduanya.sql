-- Baris surat suara mana yang belum dipisah menurut pemilihannya?
-- Satu baris per baris gudang.
select
    'kpu' as instansi,
    'logistik_gudang' as tab,
    baris,
    'jenis_pemilihan' as kolom,
    'Surat suara berbeda untuk tiap pemilihan, jadi tidak dapat ditulis untuk keduanya'
        || coalesce('; baris ini berisi ' || bilangan(jumlah_diterima) || ' lembar', '') || '.' as alasan,
    'tulis satu baris Pilgub dan satu baris Pilwalkot' as saran,
    'Sampai dipisah, kebutuhannya dihitung seperti tertulis, dan surat suara tiap pemilihan belum dianggap dilaporkan.'
        as akibat
from kpu__logistik_gudang
where jenis_barang = 'surat_suara' and jenis_pemilihan = 'keduanya'
