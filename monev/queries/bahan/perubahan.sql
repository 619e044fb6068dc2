-- Sel mana di lembar instansi yang berubah sejak rapat sebelumnya, dan apa isinya dulu dan kini?
-- Satu baris per sel; baris, kolom, atau tab yang berubah seluruhnya satu baris. Yang paling perlu dilihat lebih dulu.
with urut as (
    select *, row_number() over () as ke
    from perubahan_daftar
)
select
    u.nama,
    u.judul_tab,
    coalesce(s.sel.judul, u.judul_kolom) as judul_kolom,
    coalesce(s.sel.sel, 'baris ' || coalesce(u.baris, u.dulu_baris)) as tempat,
    u.sebutan,
    case u.ragam
        when 'diubah' then 'diubah'
        when 'baru' then 'baru'
        when 'hilang' then 'tidak ada lagi'
        when 'kini_tertahan' then 'tidak terhitung lagi'
        when 'baru_tertahan' then 'baru, belum terhitung'
        when 'kini_terbaca' then 'kini terhitung'
        when 'tab_hilang' then 'tab tidak dapat dibaca lagi'
        when 'kolom_hilang' then 'kolom tidak dapat dibaca lagi'
        when 'tab_terbaca' then 'tab kini dapat dibaca'
        when 'kolom_terbaca' then 'kolom kini dapat dibaca'
        else replace(u.ragam, '_', ' ')
    end as ragam,
    s.sel.dulu_tertulis as dulu_tertulis,
    s.sel.tertulis as tertulis,
    u.angka_lama,
    u.tautan
from urut as u
left join (
    select ke, generate_subscripts(sel_berubah, 1) as nomor, unnest(sel_berubah) as sel
    from urut
    where len(sel_berubah) > 0
) as s using (ke)
order by u.ke, s.nomor
