-- Temuan mana dari angka rapat yang sudah diperbaiki sesudahnya?
-- Satu baris per temuan; yang ditanya potret terbaru, dan `lampau` di sini angka rapat yang sedang dibuka.
-- Yang hanya tidak terbaca lagi, atau masih ada temuan lain di sel itu, belum diperbaiki.
select t.instansi, t.tab, t.kolom, t.sel, t.baris
from lampau.temuan as t
semi join (
    select r.*
    from riwayat_temuan as r
    join lampau.meta as m on r.potret_akhir >= split_part(m.id, '-', 1)::integer
    where r.selesai is not null
) as r on tempat_temuan(r) is not distinct from tempat_temuan(t)
anti join temuan as b on tempat_temuan(b) is not distinct from tempat_temuan(t)
where perlu_dibenahi(t.bobot)
order by t.instansi, t.tab, t.baris, t.sel
