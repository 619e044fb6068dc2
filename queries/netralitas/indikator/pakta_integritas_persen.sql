/* indikator
nama   = "Pakta integritas"
urutan = 5
satuan = "persen"
arah   = "naik"
hijau  = 99
kuning = 90
basis  = "P"
dasar  = "Penandatanganan adalah kewajiban. Hijau mulai {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya; batas ini usulan, menunggu persetujuan Sekda"
bicara = 4
sampai = "H"

[memakai]
"kesbangpol/pakta_integritas" = { kolom = ["jumlah_asn", "jumlah_tanda_tangan"], penentu = ["perangkat_daerah"] }
*/
-- Berapa persen ASN yang sudah menandatangani pakta integritas?
-- Satu baris; hanya perangkat daerah yang kedua jumlahnya terbaca.
with pakta as (
    select
        sum(jumlah_tanda_tangan) as tanda_tangan,
        sum(jumlah_asn) as asn,
        count(*) filter (where jumlah_tanda_tangan >= jumlah_asn) as penuh,
        count(*) as perangkat,
        (select bool_or(berlebih) from pakta_asn) as berlebih
    from pakta_asn
    where diketahui
)
select
    100.0 * tanda_tangan / nullif(asn, 0) as nilai,
    berlebih as kurang_lengkap,
    bilangan(asn - tanda_tangan) || ' ASN belum' as sebab,
    format('{} dari {} perangkat penuh', bilangan(penuh), bilangan(perangkat)) as landasan,
    if(
        tanda_tangan >= asn,
        format('Semua {} ASN sudah menandatangani pakta integritas.', bilangan(asn)),
        format('{} dari {} ASN belum menandatangani pakta integritas.', bilangan(asn - tanda_tangan), bilangan(asn))
    ) as kalimat
from pakta
