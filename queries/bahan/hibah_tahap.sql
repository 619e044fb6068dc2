-- Berapa hibah tiap tahap menurut BPKPD dan menurut penerimanya, dan berapa selisihnya?
-- Satu baris per penerima dan tahap. Jumlah yang sebagian barisnya belum terbaca tidak disebut: belum diketahui.
with tahap as (
    select h.penerima, h.nama, h.nphd_rp, h.sekaligus, p.kode as tahap, p.label as nama_tahap, p.urutan
    from hibah as h
    cross join pilihan as p
    where p.daftar = 'tahap_pencairan'
        -- Tahap tambahan, dan tahap penerima yang hibahnya tidak terbagi menurut aturan, hanya bila ada yang mencatatnya.
        and case
            when exists (from catatan_hibah as c where c.penerima = h.penerima and c.tahap = p.kode) then true
            when h.penerima in penerima_berbatas() then p.kode <> 'tambahan'
            else p.kode = 'tahap_1' and exists (
                from catatan_hibah as c where c.penerima = h.penerima and c.keadaan is distinct from 'tertahan'
            )
        end
),
jumlah as (
    select
        t.*,
        count(*) filter (where c.tab = 'pencairan' and not c.terbaca) as cair_belum_terbaca,
        count(*) filter (where c.tab = 'hibah' and not c.terbaca) as diterima_belum_terbaca,
        count(*) filter (where c.tab = 'pencairan' and c.terbaca and not c.dihitung) as cair_menunggu,
        coalesce(sum(c.nilai_rp) filter (where c.tab = 'pencairan' and c.dihitung), 0)::bigint as cair_terbaca_rp,
        coalesce(sum(c.nilai_rp) filter (where c.tab = 'hibah' and c.dihitung), 0)::bigint as diterima_terbaca_rp
    from tahap as t
    -- Baris yang tahapnya belum terbaca dapat milik tahap mana pun.
    left join catatan_hibah as c on c.penerima = t.penerima and coalesce(c.tahap = t.tahap, true)
    group by all
),
dua_sisi as (
    select *, dilaporkan('bpkpd', 'pencairan') as cair_dilaporkan, dilaporkan(penerima, 'hibah') as diterima_dilaporkan
    from jumlah
)
select
    penerima,
    nama,
    nphd_rp,
    tahap,
    nama_tahap,
    urutan,
    if(cair_dilaporkan and cair_belum_terbaca = 0, cair_terbaca_rp, null) as cair_rp,
    if(diterima_dilaporkan and diterima_belum_terbaca = 0, diterima_terbaca_rp, null) as diterima_rp,
    cair_terbaca_rp,
    diterima_terbaca_rp,
    cair_belum_terbaca,
    diterima_belum_terbaca,
    cair_menunggu,
    cair_dilaporkan,
    diterima_dilaporkan,
    cair_rp - diterima_rp as selisih_rp,
    100.0 * cair_rp / nullif(nphd_rp, 0) as persen_naskah,
    case
        when sekaligus or penerima not in penerima_berbatas() then null
        when tahap = 'tahap_1' then aturan('tahap1_persen')
        when tahap = 'tahap_2' then 100 - aturan('tahap1_persen')
    end as aturan_persen
from dua_sisi
order by (select urutan from pilihan where daftar = 'penerima_hibah' and kode = dua_sisi.penerima), urutan
