-- Apa yang dikatakan lebih dulu: berapa angka dan baris yang berubah, dan sejak kapan?
-- Satu baris.
with angka as (
    -- Tiap angka yang berubah bergerak dengan satu kata, jadi bagian-bagiannya berjumlah sama dengan semuanya.
    select
        coalesce(sum(jumlah), 0)::bigint as berubah,
        string_agg(bilangan(jumlah) || ' ' || gerak, ', ' order by urut, gerak) as bagian
    from (
        select gerak, count(*) as jumlah, coalesce(list_position(['memburuk', 'membaik'], gerak), 3) as urut
        from ringkasan_perubahan
        group by gerak
    )
),
jumlah_baris as (
    select
        count(*) filter (where ragam = 'diubah') as diubah,
        count(*) filter (where ragam in ('baru', 'baru_tertahan')) as baru,
        count(*) filter (where ragam = 'hilang') as hilang,
        count(*) filter (where ragam = 'kini_tertahan') as tertahan,
        count(*) filter (where ragam = 'kini_terbaca') as terhitung,
        count(*) filter (where angka_lama) as angka_lama
    from perubahan_baris
),
bagian as (
    select
        if(berubah = 0, 'Tidak ada angka yang berubah', bilangan(berubah) || ' angka berubah')
            || ' sejak ' || coalesce(
                'rapat ' || tgl_lisan((select tanggal from lampau.rapat)),
                tgl_lisan((select tanggal_acuan from lampau.meta))
            )
            || coalesce(': ' || bagian, '') as tentang_angka,
        case
            when not exists (from kolom where kunci) then 'baris dari data lama ini belum dapat dibandingkan'
            when diubah + baru + hilang + tertahan + terhitung = 0 then 'tidak ada baris yang berubah'
            else array_to_string(list_filter([
                if(diubah > 0, bilangan(diubah) || ' baris diubah'
                    || if(angka_lama > 0, ' (' || bilangan(angka_lama) || ' angka lama)', ''), null),
                if(baru > 0, bilangan(baru) || ' baru', null),
                if(hilang > 0, bilangan(hilang) || ' tidak ada lagi', null),
                if(tertahan > 0, bilangan(tertahan) || ' tidak terhitung lagi', null),
                if(terhitung > 0, bilangan(terhitung) || ' kini terhitung', null)
            ], lambda kata: kata is not null), ', ')
        end as tentang_baris
    from angka, jumlah_baris
)
select coalesce(
    format('{}; {}.', tentang_angka, tentang_baris),
    'Belum ada data rapat sebelumnya untuk dibandingkan.'
) as kalimat
from bagian
