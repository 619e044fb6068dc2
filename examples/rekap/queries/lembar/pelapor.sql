-- Daerah mana yang melapor untuk rapat ini, kapan, dengan aturan apa, dan di mana dasbornya?
-- Satu baris per daerah di wilayah.csv, juga yang belum melapor.
with aturan_terbanyak as (
    select aturan as lazim
    from daerah__daerah
    where utuh(kolom_rusak, ['aturan'])
    group by aturan
    order by count(*) desc, aturan
    limit 1
)
select
    w.kecamatan as provinsi,
    w.kode_kecamatan as kode_provinsi,
    w.kelurahan as daerah,
    w.kode_kelurahan as kode_daerah,
    d.daerah is not null as melapor,
    d.tepat_waktu,
    d.kiriman_ke,
    d.diterima,
    d.dibekukan,
    d.rapat,
    d.acuan,
    d.potret,
    d.versi,
    coalesce(d.aturan <> a.lazim, false) as aturan_lain,
    d.dasbor,
    d.baris
from wilayah as w
left join daerah__daerah as d on d.daerah = w.kelurahan
left join aturan_terbanyak as a on true
