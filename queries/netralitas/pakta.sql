-- Perangkat daerah mana yang ASN-nya belum semua menandatangani pakta integritas?
-- Satu baris per perangkat daerah, yang paling banyak belum lebih dulu; yang sel jumlahnya belum terbaca di akhir.
select
    p.perangkat_daerah,
    p.jumlah_asn,
    p.jumlah_tanda_tangan,
    p.belum,
    p.persen,
    tempat_baris(t.judul, p.baris) as tempat,
    alamat_baris(t.tautan, p.baris) as tautan
from pakta_asn as p
join tab as t on t.instansi = 'kesbangpol' and t.tab = 'pakta_integritas'
where p.belum > 0 or p.belum is null
order by p.belum desc nulls last, p.perangkat_daerah
