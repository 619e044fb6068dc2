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
        sum(diubah) as diubah,
        sum(baru) as baru,
        sum(hilang) as hilang,
        sum(tertahan) as tertahan,
        sum(terbaca) as terbaca,
        sum(angka_lama) as angka_lama
    from perubahan_instansi
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
            when diubah + baru + hilang + tertahan + terbaca = 0
                then 'tidak ada baris ' || if(exists (from tanpa_lembar), 'lembar ', '') || 'yang berubah'
            else concat_ws(
                ', ',
                if(diubah > 0, bilangan(diubah) || ' baris diubah', null)
                    || if(angka_lama > 0, format(' ({} angka lama)', bilangan(angka_lama)), ''),
                if(baru > 0, bilangan(baru) || ' baru', null),
                if(hilang > 0, bilangan(hilang) || ' tidak ada lagi', null),
                if(tertahan > 0, bilangan(tertahan) || ' tidak terhitung lagi', null),
                if(terbaca > 0, bilangan(terbaca) || ' kini terhitung', null)
            )
        end as tentang_baris
    from angka, jumlah_baris
)
select coalesce(
    format('{}; {}.', tentang_angka, tentang_baris),
    'Belum ada data rapat sebelumnya untuk dibandingkan.'
) as kalimat
from bagian
