-- Hal mana yang perlu diputuskan sudah dicatat keputusannya dalam rapat yang angkanya tampil?
-- Satu baris per hal yang terjawab: keputusan terakhir pokok itu yang memuat kalimat halnya, atau jumlah atau kode yang
-- tercetak tebal padanya. Nama tempat saja tidak cukup: beberapa hal bisa menyangkut tempat yang sama.
with hal as (
    select
        halaman,
        ke,
        lower(replace(rtrim(uraian, '.'), '**', '')) as kalimat,
        lower(regexp_extract(uraian, '\*\*(.+?)\*\*', 1)) as tebal
    from bersama_perlu_diputuskan
)
select
    h.halaman,
    h.ke,
    k.pemilik,
    k.tenggat
from hal as h
join tindak_lanjut_dicatat as k
    on k.agenda = h.halaman
    and not k.ditarik
    and (
        contains(lower(k.uraian), h.kalimat)
        or (
            regexp_matches(h.tebal, '\d')
            and regexp_matches(lower(k.uraian), '(^|[^0-9a-z])' || regexp_escape(h.tebal) || '([^0-9a-z]|$)')
        )
    )
qualify row_number() over (partition by h.halaman, h.ke order by k.dicatat desc, k.id desc) = 1
