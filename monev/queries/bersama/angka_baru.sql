-- Lembar lembaga mana yang berubah sejak potret yang sedang dibuka, dan keadaan hari apa yang baru ini?
-- Satu baris; yang ditanya potret baru, dan `lampau` di sini potret yang sedang dibuka.
select
    m.id,
    m.dibuat,
    m.tanggal_acuan,
    (m.tanggal_acuan is distinct from l.tanggal_acuan) as hari_lain,
    (
        select list(lembaga(i.instansi) order by i.urutan)
        from instansi as i
        join lampau.instansi as d using (instansi)
        where i.hash is distinct from d.hash
    ) as instansi_berubah,
    m.tanggal_acuan = l.tanggal_acuan and (select hanya_keputusan from hanya_keputusan) as hanya_keputusan
from meta as m
left join lampau.meta as l on true
