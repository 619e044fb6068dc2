-- Temuan mana pada potret rapat sebelumnya yang kini sudah tidak ada?
-- Satu baris per instansi.
select i.instansi, count(l.instansi) as diperbaiki, (select tanggal_acuan from lampau.meta) as sejak
from instansi as i
left join (
    from lampau.temuan as l
    where l.bobot <> 'info'
        and not exists (
            from temuan as t
            where t.instansi = l.instansi and t.tab = l.tab and t.kolom is not distinct from l.kolom
                and t.tertulis is not distinct from l.tertulis and t.alasan = l.alasan
        )
) as l using (instansi)
group by i.instansi, i.urutan
order by i.urutan
