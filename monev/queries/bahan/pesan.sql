-- Apa yang dikirim sebagai pesan tentang tiap pokok agenda, dalam paragraf pendek?
-- Satu baris per paragraf menurut urutannya; yang tanpa status hanya keterangan.
with angka as (
    select
        halaman,
        status,
        format('**{}**: {}', indikator, nilai_kata(nilai, satuan)) || coalesce(', ' || sebab, '')
            || coalesce(format(' ({})', landasan), '') || '.' as isi,
        row_number() over (partition by halaman order by genting(status), bicara, urutan) as ke
    from indikator
    where nilai is not null and status in ('merah', 'kuning')
),
beda as (
    select
        halaman,
        status,
        if(berjalan, '**Yang belum sampai**: ', '**Angka yang berbeda**: ') || kalimat as isi,
        row_number() over (partition by halaman order by berjalan, ke) as ke
    from bersama_rekonsiliasi
    where not petunjuk and status in ('merah', 'kuning')
),
putusan as (
    select
        halaman,
        status,
        format('**Perlu diputuskan**: {}.', replace(rtrim(uraian, '.'), '**', ''))
            || coalesce(format(' {}.', nullif(concat_ws(', ', format('**{}**', pemilik), tenggat), '')), '') as isi,
        ke,
        row_number() over (partition by halaman order by ke) as urutan,
        count(*) over (partition by halaman) as semua
    from bersama_perlu_diputuskan
    anti join bahan_menjawab using (halaman, ke)
),
dicatat as (
    select
        agenda as halaman,
        format('**Diputuskan**: {}. **{}**, tenggat {}.', rtrim(replace(uraian, '**', ''), '.'), pemilik, tgl(tenggat)) as isi,
        row_number() over (partition by agenda order by dicatat, id) as ke
    from tindak_lanjut_dicatat
    where not ditarik
),
paragraf as (
    select halaman, 1 as bagian, 1 as ke, status, kalimat as isi from bersama_status_agenda
    union all by name
    select halaman, 2 as bagian, ke, status, isi from angka where ke <= 2
    union all by name
    select halaman, 3 as bagian, ke, status, isi from beda where ke <= 2
    union all by name
    select halaman, 4 as bagian, ke, null as status, isi from dicatat
    union all by name
    select halaman, 5 as bagian, urutan as ke, status, isi from putusan where urutan <= 3
    union all by name
    select halaman, 6 as bagian, 1 as ke, null as status, format('Perlu diputuskan: {} hal lagi.', bilangan(semua - 3)) as isi
    from putusan
    where urutan = 4
    union all by name
    select halaman, 7 as bagian, 1 as ke, null as status, tertulis as isi from bahan_asal
)
select a.nomor, a.halaman, a.judul, a.status as keadaan, p.status, p.isi
from paragraf as p
join bersama_status_agenda as a using (halaman)
where p.isi is not null
order by a.nomor, p.bagian, p.ke
