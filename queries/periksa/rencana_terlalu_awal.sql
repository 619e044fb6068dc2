-- Rencana mana yang bertanggal sebelum hal yang direncanakan itu mungkin ada?
-- Satu baris per baris lembar: barang berisi surat suara sesudah calon ditetapkan, hibah cair sesudah naskahnya.
select
    'kpu' as instansi,
    'distribusi' as tab,
    baris,
    'tanggal_rencana' as kolom,
    'Tanggal Rencana ' || tgl_tahun(tanggal_rencana) || ' lebih awal daripada penetapan calon, '
        || tgl_tahun(mulai_tahap('penetapan_calon')) || '.' as alasan,
    'periksa tanggal itu, terutama tahunnya' as saran
from kpu__distribusi
where tanggal_rencana < mulai_tahap('penetapan_calon')
union all
select
    'bpkpd',
    'pencairan',
    p.baris,
    'tanggal_rencana_cair',
    'Tanggal Rencana Cair ' || tgl_tahun(p.tanggal_rencana_cair) || ' lebih awal daripada NPHD-nya, '
        || tgl_tahun(h.tanggal_nphd) || '.',
    'periksa tanggal itu, terutama tahunnya'
from bpkpd__pencairan as p
join hibah as h using (penerima)
where p.tanggal_rencana_cair < h.tanggal_nphd and h.nphd_belum_terbaca = 0
