-- Baris mana yang diubah, baru, tidak ada lagi, kini tertahan, atau kini terbaca?
-- Satu baris per baris lembar yang berubah; isi yang terbatas dikosongkan di sini, jadi hanya dapat dihitung.
with sel_per_baris as (
    select
        instansi,
        tab,
        baris,
        count(*) filter (where not tanggal_saja) as sel_berubah,
        bool_or(angka_lama and not tanggal_saja) as angka_lama
    from perubahan_sel
    group by instansi, tab, baris
),
dinilai as (
    select
        p.instansi,
        p.tab,
        p.kini as baris,
        p.dulu as dulu_baris,
        case
            when d.kelas is null and k.kelas = 'terhitung' then 'baru'
            when d.kelas is null then 'baru_tertahan'
            when k.kelas is null then 'hilang'
            when k.kelas = 'ditahan' and d.kelas = 'terhitung' then 'kini_tertahan'
            when k.kelas = 'terhitung' and d.kelas = 'ditahan' then 'kini_terbaca'
            when s.sel_berubah > 0 then 'diubah'
            when s.sel_berubah = 0 then 'tanggal_saja'
        end as ragam,
        coalesce(k.terbatas, false) or coalesce(d.terbatas, false) as terbatas,
        coalesce(k.sebutan, d.sebutan) as sebutan,
        k.alasan,
        coalesce(s.angka_lama, false) as angka_lama
    from pasangan_baris as p
    left join baris_dua_saat as k on k.saat = 'kini' and k.instansi = p.instansi and k.tab = p.tab and k.baris = p.kini
    left join baris_dua_saat as d on d.saat = 'dulu' and d.instansi = p.instansi and d.tab = p.tab and d.baris = p.dulu
    left join sel_per_baris as s on s.instansi = p.instansi and s.tab = p.tab and s.baris = p.kini
    -- Beberapa baris berkunci sama yang kini tinggal satu diceritakan sekali.
    qualify p.kini is null
        or row_number() over (partition by p.instansi, p.tab, p.kini order by d.terbatas desc nulls last, p.dulu) = 1
)
select * replace (
    if(terbatas, null, baris) as baris,
    if(terbatas, null, dulu_baris) as dulu_baris,
    if(terbatas, null, sebutan) as sebutan,
    if(terbatas, null, alasan) as alasan
)
from dinilai
where ragam is not null
