-- Di kelurahan mana pengguna hak pilih lebih banyak daripada pemilihnya?
-- Satu baris per kelurahan. Yang masih dapat dilayani cadangan surat suara mungkin benar; yang melebihinya tidak.
select
    'kpu' as instansi,
    'partisipasi' as tab,
    baris,
    'pengguna_laki_laki' as kolom,
    'Pengguna hak pilih di ' || kelurahan || ' ' || bilangan(pengguna_tertulis) || ', padahal pemilih dalam DPT, DPTb, dan DPK '
        || bilangan(pemilih) || if(berlebih, ' dan surat suara beserta cadangannya ' || bilangan(paling_banyak), '') || '.' as alasan,
    'periksa pengguna hak pilih, DPTb, dan DPK kelurahan ini' as saran,
    ['pengguna_perempuan', 'pemilih_dpt', 'pemilih_dptb', 'pemilih_dpk'] as di_samping,
    berlebih as pasti,
    if(berlebih, 'Sampai diperbaiki, kelurahan ini belum ikut dihitung dalam partisipasi.', null) as akibat
from partisipasi_kelurahan
where pengguna_tertulis > pemilih
