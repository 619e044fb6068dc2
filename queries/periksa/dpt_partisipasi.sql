-- Di kelurahan mana DPT pada tab Partisipasi lain daripada tab Pemilih TPS?
-- Satu baris per kelurahan.
select
    'kpu' as instansi,
    'partisipasi' as tab,
    p.baris,
    'pemilih_dpt' as kolom,
    'DPT ' || p.kelurahan || ' di tab ini ' || bilangan(p.pemilih_dpt) || ', di tab Pemilih TPS '
        || bilangan(t.dpt_laki_laki + t.dpt_perempuan) || '.' as alasan,
    'samakan DPT kelurahan ini di kedua tab' as saran
from kpu__partisipasi as p
join kpu__pemilih_tps as t using (kelurahan)
where p.pemilih_dpt <> t.dpt_laki_laki + t.dpt_perempuan
