-- Di mana daftar nomor TPS tidak sama banyaknya dengan jumlah TPS rawan?
-- Satu baris per kelurahan dan indikator. Nomor yang tertulis dua kali dihitung sekali.
with daftar as (
    select *, len(list_distinct(regexp_extract_all(daftar_no_tps, '\d+'))) as banyak
    from bawaslu__tps_rawan
    -- Hanya daftar nomor; tulisan lain, juga rentang, tidak dihitung.
    where regexp_full_match(daftar_no_tps, '\s*\d{1,3}(\s*[;,&/]\s*\d{1,3})*\s*[;,.]?\s*')
)
select
    'bawaslu' as instansi,
    'tps_rawan' as tab,
    baris,
    'daftar_no_tps' as kolom,
    'Daftar ini memuat ' || bilangan(banyak) || ' nomor TPS yang berbeda, padahal jumlah TPS rawannya '
        || bilangan(jumlah_tps_rawan) || '.' as alasan,
    'periksa daftar nomor dan jumlahnya' as saran
from daftar
where banyak <> jumlah_tps_rawan
