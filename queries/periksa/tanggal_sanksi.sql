-- Kasus ASN mana yang tertulis dijatuhi sanksi sebelum direkomendasikan?
-- Satu baris per kasus.
select
    'kesbangpol' as instansi,
    'tindak_lanjut_asn' as tab,
    baris_kota as baris,
    'tanggal_sanksi' as kolom,
    'Tanggal sanksi ' || tgl(k.tanggal_sanksi) || ' lebih awal daripada tanggal rekomendasi '
        || tgl(n.tanggal_rekomendasi)
        || ' di lembar Bawaslu.' as alasan,
    'periksa tanggal sanksi bersama Bawaslu' as saran
from kasus_asn as k
join bawaslu__netralitas_asn as n on n.baris = k.baris_bawaslu
where k.tanggal_sanksi < n.tanggal_rekomendasi
