-- Temuan mana yang diberitahukan di lembar instansinya, dan mana yang sudah dibenahi?
-- Satu baris per temuan dalam riwayat; yang menahan angka lebih dulu. `terlihat`: potret ini memuatnya.
select
    r.kode,
    r.instansi,
    r.tab,
    r.kolom,
    r.sel,
    r.baris,
    r.bobot,
    r.banyak,
    r.tertulis,
    r.alasan,
    t.saran,
    contoh_isi(t, k) as contoh,
    t.sel_semua,
    t.akibat,
    t.instansi is not null as terlihat,
    r.sejak,
    r.selesai,
    r.potret_awal,
    coalesce(k.judul_tab, tab.judul) as judul_tab,
    k.judul as judul_kolom,
    coalesce(d.tautan, tab.tautan) as tautan_tab
from riwayat_temuan as r
left join temuan as t
    on r.selesai is null and tempat_temuan(t) is not distinct from tempat_temuan(r)
    and t.alasan = r.alasan and perlu_dibenahi(t.bobot)
left join kolom as k on k.instansi = r.instansi and k.tab = r.tab and k.kolom = r.kolom
left join tab on tab.instansi = r.instansi and tab.tab = r.tab
left join instansi as i on i.instansi = r.instansi
left join lembar as d on d.instansi = r.instansi and contains(r.sel, '!') and d.lembar = split_part(r.sel, '!', 1)
where r.kode is not null
order by i.urutan, list_position(['tolak', 'periksa'], r.bobot), r.banyak desc, r.sejak, r.tab, r.baris, r.sel, r.kode
