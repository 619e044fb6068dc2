-- Temuan mana yang sudah diperbaiki dalam 30 hari terakhir, kapan, dan setelah berapa lama?
-- Satu baris per temuan lembar yang sudah tidak ada; yang terbaru lebih dulu. Kiriman rapat lalu tidak diperbaiki, hanya lewat.
select
    r.instansi,
    coalesce(k.judul_tab, tab.judul) as judul_tab,
    k.judul as judul_kolom,
    r.sel,
    r.baris,
    r.tertulis,
    r.alasan,
    r.selesai,
    date_diff('second', r.sejak, r.selesai) / 3600 as terbuka_jam
from riwayat_temuan as r
left join kolom as k using (instansi, tab, kolom)
left join tab using (instansi, tab)
left join instansi as i using (instansi)
where r.selesai is not null and r.instansi not in (select instansi from tanpa_lembar)
order by r.selesai desc, i.urutan, r.tab, r.baris, r.sel
