-- Apa yang perlu diputuskan rapat tentang hibah yang tertinggal, yang belum bertanggal, dan yang belum kembali?
-- Satu baris per hal.
with hal as (
    select
        'hibah_tertinggal' as kode,
        format(
            'Dorong penandatanganan **{} NPHD** dan pencairan **{} hibah** KPU dan Bawaslu yang di bawah {}%.',
            bilangan(count(*) filter (where kelompok = 'tanpa_naskah')), bilangan(count(*) filter (where kelompok = 'bawah')),
            bilangan(aturan('tahap1_persen'))
        ) as uraian,
        'Ditjen dan Provinsi' as pemilik,
        aturan_bulat('hari_usul_segera') as hari,
        1 as urut
    from hibah_daerah
    where dinilai
    union all by name
    select
        'hibah_tanpa_tanggal' as kode,
        format('Minta tanggal cair **{} hibah** yang belum cair penuh.', bilangan(count(*) filter (where kapan = 'tanpa_tanggal'))) as uraian,
        'Provinsi' as pemilik,
        aturan_bulat('hari_usul') as hari,
        2 as urut
    from hibah_daerah
    union all by name
    select
        'hibah_sisa_rp' as kode,
        format(
            'Kawal pencairan sisa **{}**; **{} rencana** sudah lewat tanggalnya.',
            rupiah(sum(nilai_rp - dibayar_rp) filter (where rupiah_diketahui)), bilangan(count(*) filter (where rencana_lewat))
        ) as uraian,
        'Ditjen' as pemilik,
        aturan_bulat('hari_usul') as hari,
        3 as urut
    from hibah_daerah
    union all by name
    select
        'hibah_belum_kembali_rp' as kode,
        format('Tagih sisa hibah **{}** yang belum dikembalikan.', rupiah(sum(belum_kembali_rp))) as uraian,
        'Provinsi' as pemilik,
        aturan_bulat('hari_usul') as hari,
        4 as urut
    from hibah_daerah
)
select
    i.status,
    h.uraian,
    h.pemilik,
    'usul tenggat ' || tgl(hari_ini() + h.hari) as tenggat,
    h.urut,
    h.kode
from hal as h
join indikator as i on i.kode = h.kode
where i.status in ('merah', 'kuning') and h.uraian is not null
