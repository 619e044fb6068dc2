-- Hibah mana yang tertulis cair melebihi naskahnya, dan sel mana yang membuatnya begitu?
-- Satu baris per penerima: naskahnya bila satu SP2D saja sudah melebihinya, selain itu SP2D yang melewati nilai naskah.
with naskah as (
    select penerima, bool_and(utuh(kolom_rusak, ['nilai_nphd', 'nilai_addendum'])) as lengkap, arg_max(baris, nilai_nphd) as baris
    from bpkpd__nphd
    group by penerima
),
berurut as (
    select
        *,
        sum(nilai_sp2d) over (partition by penerima order by tanggal_sp2d, baris) as berjalan,
        min(nilai_sp2d) over (partition by penerima) as terkecil
    from sp2d_cair
    where nilai_sp2d > 0
),
melewati as (
    select b.penerima, arg_min(b.baris, b.berjalan) as baris, bool_or(b.terkecil > h.nphd_rp) as naskah_terlalu_kecil
    from berurut as b
    join hibah as h using (penerima)
    where b.berjalan > h.nphd_rp
    group by b.penerima
)
select
    'bpkpd' as instansi,
    if(m.naskah_terlalu_kecil, 'nphd', 'pencairan') as tab,
    if(m.naskah_terlalu_kecil, n.baris, m.baris) as baris,
    if(m.naskah_terlalu_kecil, 'nilai_nphd', 'nilai_sp2d') as kolom,
    'SP2D cair untuk ' || h.nama || ' berjumlah ' || rupiah(h.cair_rp::bigint)
        || ', lebih besar daripada NPHD beserta addendumnya '
        || rupiah(h.nphd_rp::bigint) || '.' as alasan,
    'periksa nilai SP2D, nilai NPHD, dan addendum ' || h.nama as saran
from hibah as h
join naskah as n using (penerima)
join melewati as m using (penerima)
join tab as t on t.instansi = 'bpkpd' and t.tab = 'nphd'
where h.cair_rp > h.nphd_rp and n.lengkap and t.ditahan = 0
