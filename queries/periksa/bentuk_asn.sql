-- Kasus ASN mana yang kode bentuknya tidak sesuai dengan tanggal kejadiannya?
-- Satu baris per kasus. Sebelum penetapan calon perbuatan itu etik (E), sejak hari itu disiplin (D).
with penetapan as (
    select mulai as tanggal
    from tahapan
    where kode = 'penetapan_calon'
)
select
    'bawaslu' as instansi,
    'netralitas_asn' as tab,
    n.baris,
    'kode_bentuk' as kolom,
    'Kode bentuk ' || n.kode_bentuk || ' adalah pelanggaran ' || b.jenis || ', padahal kejadiannya '
        || tgl(n.tanggal_kejadian) || ', '
        || if(n.tanggal_kejadian < p.tanggal, 'sebelum', 'pada atau sesudah') || ' penetapan calon '
        || tgl(p.tanggal) || '.' as alasan,
    'periksa kode bentuk dan tanggal kejadian' as saran,
    'info' as bobot
from bawaslu__netralitas_asn as n
join bentuk_pelanggaran as b on b.kode = n.kode_bentuk
cross join penetapan as p
-- D9, tim sebelum penetapan calon, menurut namanya memang terjadi sebelum hari itu.
where n.tanggal_kejadian is not null
    and b.jenis <> if(n.tanggal_kejadian < p.tanggal, 'etik', 'disiplin')
    and not (n.kode_bentuk = 'D9' and n.tanggal_kejadian < p.tanggal)
