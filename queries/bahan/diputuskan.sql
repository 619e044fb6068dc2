-- Apa yang perlu diputuskan rapat, pada semua pokok agenda?
-- Satu baris per hal, seperti di halamannya: menurut agenda, lalu yang paling genting lebih dulu.
select a.nomor, a.judul_pendek, s.*
from (
    select 'logistik' as halaman, row_number() over () as ke, * from logistik_perlu_diputuskan
    union all by name
    select 'risiko' as halaman, row_number() over () as ke, * from risiko_perlu_diputuskan
    union all by name
    select 'partisipasi' as halaman, row_number() over () as ke, * from partisipasi_perlu_diputuskan
    union all by name
    select 'netralitas' as halaman, row_number() over () as ke, * from netralitas_perlu_diputuskan
    union all by name
    select 'stabilitas' as halaman, row_number() over () as ke, * from stabilitas_perlu_diputuskan
) as s
join agenda as a using (halaman)
order by a.nomor, s.ke
