-- Dukungan sarana mana yang sudah siap dipakai penerimanya, dan mana yang belum?
-- Satu baris per dukungan yang dilaporkan BPKPD.
select
    jenis_dukungan,
    sebutan('jenis_dukungan', jenis_dukungan) as nama,
    sebutan('penerima_manfaat', penerima_manfaat) as penerima,
    kecamatan,
    jumlah_dibutuhkan,
    jumlah_tersedia,
    jumlah_dibutuhkan - jumlah_tersedia as kurang,
    kondisi,
    kondisi = 'siap' and jumlah_tersedia >= jumlah_dibutuhkan as siap,
    perangkat_daerah,
    target_siap,
    baris
from bpkpd__dukungan_sarpras
where utuh(kolom_rusak, ['kondisi', 'jumlah_tersedia', 'jumlah_dibutuhkan'])
