-- Berapa ASN tiap perangkat daerah yang sudah dan belum menandatangani pakta integritas?
-- Satu baris per perangkat daerah; belum NULL bila salah satu jumlahnya belum terbaca.
select
    perangkat_daerah,
    jumlah_asn,
    jumlah_tanda_tangan,
    if(utuh(kolom_rusak, ['jumlah_asn', 'jumlah_tanda_tangan']), greatest(jumlah_asn - jumlah_tanda_tangan, 0), null) as belum,
    if(utuh(kolom_rusak, ['jumlah_asn', 'jumlah_tanda_tangan']), 100.0 * jumlah_tanda_tangan / nullif(jumlah_asn, 0), null) as persen,
    kolom_rusak,
    baris
from kesbangpol__pakta_integritas
