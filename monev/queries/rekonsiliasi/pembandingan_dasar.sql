-- Dari tab mana tiap pembandingan antarinstansi berasal, sudah dilaporkankah, dan lengkapkah isinya?
-- Satu baris per kode pembandingan dan tab.
select
    d.kode,
    d.instansi,
    d.tab,
    coalesce(t.status = 'ada', false) as ada,
    coalesce(t.dilaporkan, false) as dilaporkan,
    coalesce(t.nihil, false) as nihil,
    coalesce(t.kelurahan_hilang, 0) > 0
        or not coalesce(t.dilaporkan or (d.boleh_kosong and coalesce(t.status = 'ada', true)), false)
        or exists (
            from baris as b
            where b.instansi = d.instansi and b.tab = d.tab
                and (b.kelas = 'ditahan' or (b.kelas = 'terhitung' and not utuh(b.kolom_rusak, d.kolom)))
        ) as kurang
from pembandingan_tab as d
left join tab as t using (instansi, tab)
