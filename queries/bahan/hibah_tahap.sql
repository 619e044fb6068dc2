-- Berapa hibah tiap tahap menurut BPKPD dan menurut penerimanya, dan berapa selisihnya?
-- Satu baris per penerima dan tahap. Jumlah yang sebagian barisnya belum terbaca tidak disebut: belum diketahui.
with tahap as (
    select h.penerima, h.nama, h.nphd_rp, p.kode as tahap, p.label as nama_tahap, p.urutan
    from hibah as h
    cross join pilihan as p
    where p.daftar = 'tahap_pencairan' and h.penerima in penerima_berbatas()
        -- Tahap tambahan hanya bila ada yang mencatatnya.
        and (p.kode <> 'tambahan' or exists (from catatan_hibah as c where c.penerima = h.penerima and c.tahap = p.kode))
),
pihak as (
    select penerima, 'bpkpd' as instansi, 'pencairan' as tab from hibah
    union all
    select penerima, penerima, 'hibah' from hibah
),
jumlah as (
    select
        t.penerima,
        t.tahap,
        p.instansi = 'bpkpd' as bpkpd,
        coalesce(any_value(tab.dilaporkan), false) as dilaporkan,
        count(c.baris) filter (where not c.terbaca) as belum_terbaca,
        count(c.baris) filter (where c.dihitung) as dihitung,
        count(c.baris) filter (where c.terbaca and not c.dihitung) as menunggu,
        coalesce(sum(c.nilai_rp) filter (where c.dihitung), 0)::bigint as terbaca_rp
    from tahap as t
    join pihak as p using (penerima)
    left join tab on tab.instansi = p.instansi and tab.tab = p.tab
    -- Baris yang tahapnya belum terbaca dapat milik tahap mana pun.
    left join catatan_hibah as c
        on c.penerima = t.penerima and c.instansi = p.instansi and c.tab = p.tab and coalesce(c.tahap = t.tahap, true)
    group by t.penerima, t.tahap, p.instansi
),
dua_sisi as (
    select
        t.*,
        if(b.dilaporkan and b.belum_terbaca = 0, b.terbaca_rp, null) as cair_rp,
        if(d.dilaporkan and d.belum_terbaca = 0, d.terbaca_rp, null) as diterima_rp,
        b.terbaca_rp as cair_terbaca_rp,
        d.terbaca_rp as diterima_terbaca_rp,
        b.belum_terbaca as cair_belum_terbaca,
        d.belum_terbaca as diterima_belum_terbaca,
        b.menunggu as cair_menunggu,
        b.dilaporkan as cair_dilaporkan,
        d.dilaporkan as diterima_dilaporkan
    from tahap as t
    join jumlah as b on b.penerima = t.penerima and b.tahap = t.tahap and b.bpkpd
    join jumlah as d on d.penerima = t.penerima and d.tahap = t.tahap and not d.bpkpd
)
select
    *,
    cair_rp - diterima_rp as selisih_rp,
    100.0 * cair_rp / nullif(nphd_rp, 0) as persen_naskah,
    case tahap
        when 'tahap_1' then aturan('tahap1_persen')
        when 'tahap_2' then 100 - aturan('tahap1_persen')
    end as aturan_persen
from dua_sisi
order by (select urutan from pilihan where daftar = 'penerima_hibah' and kode = dua_sisi.penerima), urutan
