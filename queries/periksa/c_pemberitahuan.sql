-- Di mana C.Pemberitahuan yang dibagikan lebih banyak daripada pemilihnya?
-- Satu baris per baris distribusi.
select
    'kpu' as instansi,
    'distribusi' as tab,
    d.baris,
    'c_pemberitahuan_dibagikan' as kolom,
    'C.Pemberitahuan tertulis dibagikan ' || bilangan(d.c_pemberitahuan_dibagikan) || ', padahal DPT '
        || d.kelurahan || ' '
        || bilangan(t.dpt_laki_laki + t.dpt_perempuan) || ' pemilih.' as alasan,
    'tulis paling banyak ' || bilangan(t.dpt_laki_laki + t.dpt_perempuan) || ', atau periksa DPT kelurahan ini' as saran
from kpu__distribusi as d
join kpu__pemilih_tps as t using (kelurahan)
where d.c_pemberitahuan_dibagikan > t.dpt_laki_laki + t.dpt_perempuan
