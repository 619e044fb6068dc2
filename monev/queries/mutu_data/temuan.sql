-- Sel mana yang perlu dibenahi, oleh siapa, dan apa yang ditulis sebagai gantinya?
-- Satu baris per temuan; yang menahan angka lebih dulu.
select
    t.* replace (contoh_isi(t, k) as contoh),
    perlu_dibenahi(bobot) as terbuka,
    case t.konfirmasi
        when 'dapat' then 'Bila memang benar, tulis “sudah benar” di Keterangan baris '
            || if(len(t.baris_semua) > 1, 'masing-masing.', 'itu.')
        when 'dapat_di_atas' then 'Bila memang benar, tulis “sudah benar” di Keterangan baris isi pertama tab itu.'
        when 'sudah' then 'Sudah dinyatakan benar di Keterangan.'
        when 'usang' then '“Sudah benar” di Keterangan ditulis untuk isi lain; bila memang benar, tulis lagi beserta tanggalnya.'
    end as pernyataan,
    coalesce(k.judul_tab, tab.judul) as judul_tab,
    k.judul as judul_kolom,
    -- Sel di tab yang dibaca bersama tab lain disebut beserta tabnya.
    coalesce(alamat_sel(d.tautan, split_part(sel, '!', 2)), l.tautan, alamat_sel(tab.tautan, sel), i.tautan) as tautan
from temuan as t
left join kolom as k using (instansi, tab, kolom)
left join tab using (instansi, tab)
left join instansi as i using (instansi)
left join lembar as d on d.instansi = t.instansi and contains(sel, '!') and d.lembar = split_part(sel, '!', 1)
left join lembar as l on l.instansi = t.instansi and l.lembar = t.tertulis and t.sel is null
order by i.urutan, list_position(['tolak', 'periksa', 'dikonfirmasi', 'info'], bobot), t.tab, t.baris, t.sel
