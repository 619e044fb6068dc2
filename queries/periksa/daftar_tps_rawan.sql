-- Di mana daftar nomor TPS tidak sama banyaknya dengan jumlah TPS rawan, atau memuat nomor yang tidak ada?
-- Satu baris per kelurahan dan indikator. Nomor yang tertulis dua kali dihitung sekali.
with daftar as (
    select
        *,
        len(list_distinct(regexp_extract_all(daftar_no_tps, '\d+'))) as banyak,
        list_max(list_transform(regexp_extract_all(daftar_no_tps, '\d+'), lambda nomor: nomor::integer)) as terbesar
    from bawaslu__tps_rawan
    -- Hanya daftar nomor; tulisan lain, juga rentang, tidak dihitung.
    where regexp_full_match(daftar_no_tps, '\s*\d{1,3}(\s*[;,&/]\s*\d{1,3})*\s*[;,.]?\s*')
)
select
    'bawaslu' as instansi,
    'tps_rawan' as tab,
    d.baris,
    'daftar_no_tps' as kolom,
    if(
        banyak <> jumlah_tps_rawan,
        'Daftar ini memuat ' || bilangan(banyak) || ' nomor TPS yang berbeda, padahal jumlah TPS rawannya '
            || bilangan(jumlah_tps_rawan) || '.',
        'Daftar ini memuat TPS nomor ' || bilangan(terbesar) || ', padahal KPU mencatat ' || bilangan(t.jumlah_tps)
            || ' TPS di ' || d.kelurahan || '.'
    ) as alasan,
    'periksa daftar nomor dan jumlahnya' as saran
from daftar as d
left join kpu__pemilih_tps as t using (kelurahan)
where banyak <> jumlah_tps_rawan or terbesar > t.jumlah_tps
