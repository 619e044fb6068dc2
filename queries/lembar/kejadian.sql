-- Kejadian apa yang dicatat Kesbangpol, dan mana yang belum selesai?
-- Satu baris per kejadian yang sudah terjadi. Yang tidak jelas berklasifikasi biasa hanya dapat dihitung: isinya dikosongkan
-- di sini, supaya tidak ada halaman yang dapat menampilkannya.
select
    (klasifikasi is distinct from 'biasa') as terbatas,
    if(terbatas, null, id_kejadian) as id_kejadian,
    tanggal_kejadian,
    if(terbatas, null, kecamatan) as kecamatan,
    if(terbatas, null, kelurahan) as kelurahan,
    if(terbatas, null, jenis_isu) as jenis_isu,
    if(terbatas, null, sebutan('jenis_isu', jenis_isu)) as isu,
    if(terbatas, null, aktor) as aktor,
    if(terbatas, null, perkiraan_massa) as perkiraan_massa,
    if(terbatas, null, tindak_lanjut) as tindak_lanjut,
    if(terbatas, null, sebutan('penanggung_jawab_kejadian', penanggung_jawab)) as penangan,
    if(terbatas, null, tanggal_lapor) as tanggal_lapor,
    if(terbatas, null, tanggal_selesai) as tanggal_selesai,
    tingkat,
    status,
    klasifikasi,
    -- Status yang belum terbaca tidak membuat kejadian ini selesai atau belum selesai.
    if(utuh(kolom_rusak, ['status']), status is distinct from 'selesai', null) as terbuka,
    if(terbatas, null, baris) as baris,
    kolom_rusak
from kesbangpol__kejadian
where sudah(tanggal_kejadian)
