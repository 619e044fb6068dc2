-- Berapa ASN tiap perangkat daerah yang sudah dan belum menandatangani pakta integritas?
-- Satu baris per perangkat daerah; belum NULL bila salah satu jumlahnya belum terbaca,
-- atau penanda tangannya lebih banyak daripada ASN-nya: salah satu dari keduanya keliru.
with terbaca as (
    select
        *,
        coalesce(jumlah_tanda_tangan > jumlah_asn, false) as berlebih,
        utuh(kolom_rusak, ['jumlah_asn', 'jumlah_tanda_tangan']) as utuh
    from kesbangpol__pakta_integritas
)
select
    perangkat_daerah,
    jumlah_asn,
    jumlah_tanda_tangan,
    berlebih,
    utuh and not berlebih as diketahui,
    if(diketahui, jumlah_asn - jumlah_tanda_tangan, null) as belum,
    if(diketahui, 100.0 * jumlah_tanda_tangan / nullif(jumlah_asn, 0), null) as persen,
    baris
from terbaca
