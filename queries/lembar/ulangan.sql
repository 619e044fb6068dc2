-- TPS mana yang pemungutan atau penghitungan suaranya diulang, dan mana yang belum selesai?
-- Satu baris per TPS. Tanggal selesai yang belum tiba belum berarti selesai; yang salah satu tanggalnya tidak terbaca
-- tidak ada di sini.
select
    kelurahan,
    kecamatan,
    nomor_tps,
    format('TPS {} {}', nomor_tps, kelurahan) as nama,
    sebutan('jenis_psu', jenis) as jenis,
    alasan,
    tanggal_rencana,
    sebutan('sumber_dana_psu', sumber_dana) as sumber_dana,
    tanggal_selesai,
    tanggal_selesai is not null and sudah(tanggal_selesai) as selesai,
    not selesai and tanggal_rencana < hari_ini() as lewat,
    baris
from kpu__psu
where utuh(kolom_rusak, ['kelurahan', 'nomor_tps', 'tanggal_rencana', 'tanggal_selesai'])
