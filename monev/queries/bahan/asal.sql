-- Dari kapan angka tiap pokok agenda, dari lembar siapa, dan siapa yang belum melaporkan?
-- Satu baris per pokok agenda, sebagai satu kalimat: `lisan` untuk dibacakan, `tertulis` dengan tanggal pendek.
with asal as (
    select
        halaman,
        list(nama || if(umur_hari = 0, '', format(' (per {})', tgl_lisan(tanggal_data))) order by urutan)
            filter (where tanggal_data is not null) as lisan,
        list(nama || if(umur_hari = 0, '', format(' (per {})', tgl(tanggal_data))) order by urutan)
            filter (where tanggal_data is not null) as tertulis,
        list(nama order by urutan) filter (where tanggal_data is null) as tanpa_data
    from bersama_sumber
    group by halaman
),
rangka as (
    select
        a.halaman,
        'Angka per ' || tgl_lisan_tahun(b.tanggal_acuan) as awal,
        coalesce(format('; {} belum melaporkan', daftar(s.tanpa_data)), '') || if(b.simulasi, '; data simulasi.', '.') as akhir,
        s.lisan,
        s.tertulis
    from agenda as a
    cross join bersama_bingkai as b
    left join asal as s using (halaman)
)
select
    halaman,
    awal || coalesce(' dari ' || daftar(lisan), '') || akhir as lisan,
    awal || coalesce(' dari ' || daftar(tertulis), '') || akhir as tertulis
from rangka
