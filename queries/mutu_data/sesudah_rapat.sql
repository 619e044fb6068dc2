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
) as r
    on r.instansi = t.instansi
        and r.tab is not distinct from t.tab
        and r.kolom is not distinct from t.kolom
        and r.sel is not distinct from t.sel
        and r.baris is not distinct from t.baris
anti join temuan as b
    on b.instansi = t.instansi
        and b.tab is not distinct from t.tab
        and b.kolom is not distinct from t.kolom
        and b.sel is not distinct from t.sel
        and b.baris is not distinct from t.baris
where perlu_dibenahi(t.bobot)
order by t.instansi, t.tab, t.baris, t.sel
