-- Tanda risiko apa yang dibawa tiap kelurahan?
-- Satu baris per kelurahan, yang tandanya paling banyak lebih dulu; unsur yang belum diketahui disebut belum diketahui.
with sebutan_unsur as (
    from (values ('ya', 'ya'), ('tidak', 'tidak'), ('nanti', 'belum waktunya'), ('belum_dilaporkan', 'belum dilaporkan')) as u(kode, kata)
)
select
    p.kelurahan,
    p.kecamatan,
    p.skor,
    p.skor >= aturan_bulat('skor_prioritas') as didahulukan,
    k.kata as potensi_konflik,
    j.kata as kejadian_tinggi,
    r.kata as tps_rawan,
    l.kata as logistik,
    p.alasan
from prioritas as p
left join sebutan_unsur as k on k.kode = p.potensi_konflik
left join sebutan_unsur as j on j.kode = p.kejadian_tinggi
left join sebutan_unsur as r on r.kode = p.tps_rawan
left join sebutan_unsur as l on l.kode = p.logistik
order by p.skor desc, p.kecamatan, p.kelurahan
