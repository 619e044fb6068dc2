-- Hal mana yang perlu diputuskan sudah dicatat keputusannya dalam rapat yang angkanya tampil?
-- Satu baris per hal yang terjawab: keputusan terakhir pokok itu yang menyebut apa yang tercetak tebal pada halnya.
select
    p.halaman,
    p.ke,
    k.pemilik,
    k.tenggat
from bahan_diputuskan as p
join tindak_lanjut_dicatat as k
    on k.agenda = p.halaman
    and not k.ditarik
    and contains(lower(k.uraian), lower(nullif(regexp_extract(p.uraian, '\*\*(.+?)\*\*', 1), '')))
qualify row_number() over (partition by p.halaman, p.ke order by k.dicatat desc, k.id desc) = 1
