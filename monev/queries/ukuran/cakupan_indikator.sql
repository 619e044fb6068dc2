-- Baris mana yang menjadi dasar tiap indikator, berapa yang belum dapat dipakai, dan tab mana yang belum ada isinya?
-- Satu baris per indikator.
with per_tab as (
    select
        c.kode,
        c.instansi,
        i.urutan,
        c.tab,
        -- Tab yang boleh tidak ada dan memang tidak ada tidak punya baris di `tab`.
        coalesce(t.judul, j.judul, c.tab) as judul,
        c.gabung,
        c.boleh_kosong,
        count(b.baris) filter (
            where b.kelas = 'terhitung' and (utuh(b.kolom_rusak, c.kolom) or l.baris is not null)
        ) as terhitung,
        count(b.baris) filter (where b.kelas <> 'tata_letak' and coalesce(l.dipakai, true)) as dipakai,
        count(b.baris) filter (
            where b.kelas = 'terhitung' and coalesce(l.dipakai, utuh(b.kolom_rusak, c.kolom))
        ) as dipakai_utuh,
        count(b.baris) filter (where b.kelas <> 'tata_letak') as baris_data,
        -- Yang diragukan tetap dihitung, tetapi angkanya belum dapat hijau.
        count(b.baris) filter (
            where b.kelas = 'terhitung' and coalesce(l.dipakai, true)
                and diragukan(b.kolom_ragu, list_concat(c.kolom, coalesce(c.penentu, [])))
        ) as ragu,
        diragukan(t.kolom_ragu, list_concat(c.kolom, coalesce(c.penentu, []))) as tab_ragu,
        coalesce(t.status = 'ada', false) as ada,
        coalesce(t.nihil, false) as nihil,
        coalesce(t.dilaporkan, false) as dilaporkan,
        count(b.baris) filter (where b.kelas = 'terhitung') as baris_terhitung,
        -- Lembar yang terakhir terbaca pada hari sebelumnya tidak tahu apa yang terjadi sesudahnya.
        coalesce(i.dibaca_pada < hari_ini(), false) as bertahan,
        coalesce(t.kelurahan_hilang, 0) as kelurahan_hilang
    from cakupan as c
    left join tab as t using (instansi, tab)
    left join sebutan_tab as j using (instansi, tab)
    left join instansi as i using (instansi)
    left join baris as b using (instansi, tab)
    left join baris_di_luar_rumus as l
        on l.kode = c.kode and l.instansi = c.instansi and l.tab = c.tab and l.baris = b.baris
    group by all
),
per_tab_dinilai as (
    select
        *,
        -- Lembar yang berisi untuk kota, tanpa satu baris pun untuk kecamatan ini, mengatakan bahwa di sini tidak ada.
        sebagian_kota() and dilaporkan and kelurahan_hilang = 0 and baris_terhitung = 0 as sepi_di_sini,
        -- Bila semua baris yang dipakai rumus belum terbaca, baris lain di tab itu tidak mengisinya.
        ada and (nihil or boleh_kosong or sepi_di_sini or (terhitung > 0 and (dipakai = 0 or dipakai_utuh > 0))) as berisi
    from per_tab
)
select
    kode,
    sum(terhitung)::bigint as terhitung,
    sum(baris_data - terhitung)::bigint as dikecualikan,
    -- Baris yang memenuhi syaratnya saja, bila rumusnya tidak memakai semua baris tabnya.
    sum(dipakai)::bigint as dipakai,
    sum(dipakai_utuh)::bigint as dipakai_utuh,
    sum(dipakai) < sum(baris_data) as sebagian_baris,
    string_agg(lembaga(instansi) || ': ' || judul, '; ' order by instansi, tab) as sumber,
    coalesce(bool_or(not berisi) filter (where not gabung), false)
        or coalesce(not bool_or(berisi) filter (where gabung), false) as belum_dilaporkan,
    coalesce(bool_or(not berisi) filter (where gabung), false) as sebagian,
    max(kelurahan_hilang) as kelurahan_hilang,
    bool_or(bertahan) as bertahan,
    sum(ragu)::bigint as ragu,
    bool_or(tab_ragu) as tab_ragu,
    daftar(list(lembaga(instansi) || ' (' || judul || ')' order by urutan, judul) filter (where not berisi and baris_data = 0)) as tab_kosong
from per_tab_dinilai
group by kode
