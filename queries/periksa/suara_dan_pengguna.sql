-- Di kelurahan mana suara sah dan tidak sah bersama tidak sama dengan pengguna hak pilih?
-- Satu baris per kelurahan.
select
    'kpu' as instansi,
    'partisipasi' as tab,
    baris,
    'suara_sah' as kolom,
    'Suara sah dan tidak sah di ' || kelurahan || ' berjumlah ' || bilangan(suara_sah + suara_tidak_sah)
        || ', padahal pengguna hak pilih ' || bilangan(pengguna_tertulis) || '.' as alasan,
    'periksa suara sah, suara tidak sah, dan pengguna hak pilih kelurahan ini' as saran,
    ['suara_tidak_sah', 'pengguna_laki_laki', 'pengguna_perempuan'] as di_samping,
    true as pasti
from partisipasi_kelurahan
where suara_sah + suara_tidak_sah <> pengguna_tertulis
