-- Sampai mana hibah tiap penerima di tiap daerah, dan kapan sisanya direncanakan cair?
-- Satu baris per daerah dan penerima, juga daerah yang belum melapor.
with penerima as (
    select * from (values ('kpu', 'KPU', 1, true), ('bawaslu', 'Bawaslu', 2, true), ('kodim', 'TNI', 3, false), ('polres', 'Polri', 4, false))
        as p (penerima, nama, urutan, dinilai)
)
select
    p.provinsi,
    p.daerah,
    p.kode_daerah,
    p.melapor,
    n.penerima,
    n.nama,
    n.urutan,
    -- Apakah batas 40/60 mengikat TNI dan Polri belum jelas, jadi keduanya tidak dinilai.
    n.dinilai,
    h.golongan,
    case
        when g.baris is not null then 'tak_jelas'
        when h.golongan = 'belum_naskah' then 'tanpa_naskah'
        when h.golongan in ('belum_cair', 'sebagian') then 'bawah'
        when h.golongan = 'tahap_1' then 'tengah'
        when h.golongan = 'penuh' then 'penuh'
        when h.golongan in ('lebih', 'belum_jelas') then 'tak_jelas'
        else 'belum'
    end as kelompok,
    h.nilai_rp,
    h.dibayar_rp,
    h.sisa_rp,
    h.persen_cair,
    h.belum_kembali_rp,
    g.baris is null and h.nilai_rp is not null and h.dibayar_rp is not null as rupiah_diketahui,
    h.rencana,
    case
        when kelompok not in ('tanpa_naskah', 'bawah', 'tengah') then null
        when h.rencana is null then 'tanpa_tanggal'
        when h.rencana <= hari_ini() + aturan_bulat('rencana_dekat_hari') then 'dekat'
        when h.rencana <= hari_ini() + aturan_bulat('rencana_sedang_hari') then 'sedang'
        else 'sesudah'
    end as kapan,
    coalesce(h.rencana < hari_ini(), false) and kapan is not null as rencana_lewat
from pelapor as p
cross join penerima as n
left join daerah__hibah as h on h.daerah = p.daerah and h.penerima = n.penerima and p.melapor
left join hibah_ganjil as g on g.baris = h.baris
