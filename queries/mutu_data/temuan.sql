-- Sel mana yang perlu dibenahi, oleh siapa, dan apa yang ditulis sebagai gantinya?
-- Satu baris per temuan; yang menahan angka lebih dulu.
select
    t.*,
    coalesce(k.judul_tab, tab.judul) as judul_tab,
    k.judul as judul_kolom,
    coalesce(tab.tautan || coalesce('&range=' || sel, ''), l.tautan, i.tautan) as tautan
from temuan as t
left join kolom as k using (instansi, tab, kolom)
left join tab using (instansi, tab)
left join instansi as i using (instansi)
left join lembar as l on l.instansi = t.instansi and l.lembar = t.tertulis and t.sel is null
order by i.urutan, list_position(['tolak', 'periksa', 'info'], bobot), t.tab, t.baris, t.sel
