-- Apa yang dapat dibacakan, atau dikirim sebagai pesan, tentang tiap pokok agenda?
-- Satu baris per pokok agenda; kalimatnya dari baris yang sama dengan halamannya.
with angka as (
    select
        i.*,
        -- Satuan yang sudah disebut namanya tidak diulang.
        if(contains(lower(i.indikator), i.satuan), angka_kata(i.nilai, i.satuan), nilai_kata(i.nilai, i.satuan)) as kini,
        angka_kata(p.dulu_nilai, i.satuan) as dulu,
        -- Menurut yang tertulis: 40,0% sesudah 40,0% tidak disebut berubah.
        dulu = angka_kata(i.nilai, i.satuan) as sama,
        p.gerak,
        i.nilai is not null and i.status in ('merah', 'kuning', 'hijau') as dinilai,
        row_number() over (partition by i.halaman, dinilai order by genting(i.status), coalesce(sama, false), i.bicara, i.urutan) as ke
    from indikator as i
    left join bersama_pembanding as p using (kode)
    where not i.nanti
),
tentang_angka as (
    select
        halaman,
        bool_or(dulu is not null) filter (where dinilai and ke <= 2) as dibandingkan,
        string_agg(lisan(indikator) || ' kini ' || kini || case
            when dulu is null then ''
            when sama then ', tetap'
            else ', tadinya ' || dulu || coalesce(', ' || nullif(gerak, 'tetap'), '')
        end, '; ' order by ke) filter (where dinilai and ke <= 2) as isi,
        list(lisan(indikator) order by ke) filter (where status = 'belum_dilaporkan') as belum_dilaporkan,
        list(lisan(indikator) order by ke) filter (where status = 'belum_waktunya') as belum_waktunya,
        list(lisan(indikator) order by ke) filter (where status = 'selesai_dinilai') as selesai_dinilai
    from angka
    group by halaman
),
belum_terbaca as (
    -- Yang paling banyak disebut jumlahnya; satu baris lembar dapat menjadi dasar beberapa angka, jadi tidak dijumlah.
    select
        halaman,
        format('{} baris untuk {}', terbilang(max(dikecualikan)), dan_lain(list(lisan(indikator) order by ke) filter (where terbanyak)))
            || if(bool_and(terbanyak), '', format(', dan beberapa untuk {} angka lain', terbilang(count_if(not terbanyak)))) as isi
    from (
        select *, dikecualikan = max(dikecualikan) over (partition by halaman) as terbanyak
        from angka
        where dikecualikan > 0 and dinilai
    )
    group by halaman
),
berbeda as (
    select halaman, count(*) as jumlah,
        -- Yang di depan titik dua hanya mengulang ujung nama hal yang dibandingkan: dibacakan namanya yang lengkap.
        arg_min(if(ends_with(lower(kunci), lower(regexp_extract(kalimat, '^([^:]+):', 1))) and contains(kalimat, ':'),
            kunci || regexp_replace(kalimat, '^[^:]*', ''), kalimat), ke) as kalimat
    from bersama_rekonsiliasi
    where not petunjuk and not berjalan and status in ('merah', 'kuning') and selisih <> 0
        and split_part(kiri, ':', 1) <> split_part(kanan, ':', 1)
    group by halaman
),
diputuskan as (
    select
        halaman,
        count(*) as jumlah,
        -- Bila perbedaan angka ikut dibacakan, satu hal sudah cukup panjang.
        string_agg(kapital(rtrim(ringkas(lisan(uraian), 140), '.')) || '; pemiliknya '
            || coalesce(ringkas(pemilik, 60), 'belum ditetapkan') || coalesce(', ' || lisan(tenggat), '') || '.',
            ' ' order by ke) filter (where ke <= if(b.halaman is null, 2, 1)) as isi,
        count(*) filter (where ke <= if(b.halaman is null, 2, 1)) < count(*) as ada_lagi
    from bersama_perlu_diputuskan
    left join (select halaman from berbeda) as b using (halaman)
    group by halaman
)
select
    a.nomor,
    a.halaman,
    a.judul,
    a.status,
    concat_ws(
        ' ',
        format('Agenda {}: {}. Keadaannya {}', terbilang(a.nomor), a.judul, lower(status_kata(a.status, a.halaman)))
            || if(a.status = 'belum_waktunya', ' dinilai.', '.'),
        lisan(a.kalimat),
        format('{}: {}.', if(t.dibandingkan, 'Dibanding ' || dulu, 'Angkanya, tanpa pembanding'), t.isi),
        format('Belum ikut dihitung: {}.', u.isi),
        format('Belum dilaporkan: {}.', dan_lain(t.belum_dilaporkan)),
        format('Belum waktunya dinilai: {}.', dan_lain(t.belum_waktunya)),
        format('Selesai dinilai: {}.', dan_lain(t.selesai_dinilai)),
        'Yang berbeda antarlembaga: ' || lisan(b.kalimat)
            || if(b.jumlah > 1, format(' Ada {} perbedaan lagi.', terbilang(b.jumlah - 1)), ''),
        format('{} hal perlu diputuskan{}: {}', kapital(terbilang(d.jumlah)), if(d.ada_lagi, ', terutama', ''), d.isi),
        s.lisan
    ) as bacaan
from bersama_status_agenda as a
cross join (select coalesce('rapat ' || tgl_lisan(dulu_rapat), tgl_lisan(dulu_tanggal)) as dulu from bersama_bingkai)
left join tentang_angka as t using (halaman)
left join belum_terbaca as u using (halaman)
left join berbeda as b using (halaman)
left join diputuskan as d using (halaman)
join bahan_asal as s using (halaman)
order by a.nomor
