-- Apa yang dikatakan lebih dulu: berapa angka dan baris yang berubah, dan sejak kapan?
-- Satu baris.
with angka as (
    select
        count(*) as berubah,
        count(*) filter (where gerak = 'memburuk') as memburuk,
        count(*) filter (where gerak = 'membaik') as membaik
    from ringkasan_perubahan
    left join ringkasan_pembanding using (kode)
),
baris as (
    select
        count(*) filter (where ragam = 'diubah') as diubah,
        count(*) filter (where ragam in ('baru', 'baru_tertahan')) as baru,
        count(*) filter (where ragam = 'hilang') as hilang,
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
            || coalesce(': ' || array_to_string(nullif(list_filter([
                if(memburuk > 0, bilangan(memburuk) || ' memburuk', null),
                if(membaik > 0, bilangan(membaik) || ' membaik', null)
            ], lambda kata: kata is not null), []), ', '), '') as tentang_angka,
        case
            when not exists (from kolom where kunci) then 'baris potret ini belum dapat dibandingkan'
            when diubah + baru + hilang = 0 then 'tidak ada baris yang berubah'
            else array_to_string(list_filter([
                if(diubah > 0, bilangan(diubah) || ' baris diubah'
                    || if(angka_lama > 0, ' (' || bilangan(angka_lama) || ' angka lama)', ''), null),
                if(baru > 0, bilangan(baru) || ' baru', null),
                if(hilang > 0, bilangan(hilang) || ' tidak ada lagi', null)
            ], lambda kata: kata is not null), ', ')
        end as tentang_baris
    from angka, baris
)
select coalesce(
    tentang_angka || '; ' || tentang_baris || '.',
    'Belum ada potret rapat sebelumnya untuk dibandingkan.'
) as kalimat
from bagian
