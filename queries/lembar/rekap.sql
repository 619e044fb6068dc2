-- Rekapitulasi mana yang sudah selesai, dan mana yang terlambat dari rencananya?
-- Satu baris per kecamatan dan satu untuk kota. Terlambat: rencananya lewat tanpa selesai, atau selesai sesudah rencana.
-- Tanggal selesai yang belum tiba belum berarti selesai.
select
    tingkat,
    if(tingkat = 'kota', 'Kota', kecamatan) as nama,
    tanggal_rencana,
    if(sudah(tanggal_selesai), tanggal_selesai, null) as tanggal_selesai,
    kendala,
    tanggal_selesai is not null and sudah(tanggal_selesai) as selesai,
    if(selesai, tanggal_selesai > tanggal_rencana, tanggal_rencana < hari_ini()) as terlambat,
    baris
from kpu__rekapitulasi
-- Yang salah satu tanggalnya tidak terbaca belum dapat dikatakan terlambat atau tidak.
where utuh(kolom_rusak, ['tingkat', 'kecamatan', 'tanggal_rencana', 'tanggal_selesai'])
