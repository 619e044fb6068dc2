-- Perangkat daerah mana yang penanda tangan paktanya lebih banyak daripada ASN-nya?
-- Satu baris per perangkat daerah.
select
    'kesbangpol' as instansi,
    'pakta_integritas' as tab,
    baris,
    'jumlah_tanda_tangan' as kolom,
    'Jumlah tanda tangan ' || bilangan(jumlah_tanda_tangan) || ' lebih banyak daripada jumlah ASN '
        || bilangan(jumlah_asn) || '.' as alasan,
    'tulis paling banyak ' || bilangan(jumlah_asn) || ', atau periksa jumlah ASN' as saran
from kesbangpol__pakta_integritas
where jumlah_tanda_tangan > jumlah_asn
