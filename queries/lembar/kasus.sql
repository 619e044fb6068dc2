-- Dugaan pelanggaran apa yang ditangani Bawaslu, mana yang masih berjalan, dan kapan tenggatnya?
-- Satu baris per penanganan yang sudah diterima. Tenggat dihitung sejak registrasi: itu anggapan, dan disebut di layar.
select
    id_penanganan,
    sumber,
    tanggal_diketahui,
    tanggal_diterima,
    tanggal_registrasi,
    kecamatan,
    kelurahan,
    coalesce(kelurahan, kecamatan) as tempat_kejadian,
    tahap,
    jenis_pelanggaran,
    pokok_dugaan,
    sebutan('pokok_dugaan', pokok_dugaan) as pokok,
    status,
    sebutan('status_penanganan', status) as status_sebutan,
    status not in ('terbukti', 'tidak_terbukti', 'tidak_diregistrasi', 'dicabut', 'diteruskan') as aktif,
    tanggal_registrasi + aturan_bulat('hari_kasus') as tenggat,
    if(aktif, tanggal_registrasi + aturan_bulat('hari_kasus') - hari_ini(), null) as sisa_hari,
    tanggal_diterima > tanggal_diketahui + aturan_bulat('hari_laporan') and sumber = 'laporan' as lewat_lapor,
    tanggal_putusan,
    baris,
    kolom_rusak
from bawaslu__penanganan
where sudah(tanggal_diterima)
