-- Baris lembar mana yang mencatat hibah tiap penerima, dan apakah jumlahnya ikut dihitung?
-- Satu baris per naskah, SP2D, atau penerimaan; yang tertahan milik semua penerima yang mungkin dimaksud.
select
    penerima,
    'bpkpd' as instansi,
    'nphd' as tab,
    baris,
    nomor_nphd as nomor,
    tanggal_nphd as tanggal,
    nilai_nphd::bigint as nilai_rp,
    nilai_addendum::bigint as addendum_rp,
    utuh(kolom_rusak, ['nilai_nphd', 'nilai_addendum']) as terbaca,
    terbaca as dihitung,
    null as keadaan
from bpkpd__nphd
union all by name
select
    penerima,
    'bpkpd' as instansi,
    'pencairan' as tab,
    baris,
    tahap_pencairan as tahap,
    nomor_sp2d as nomor,
    tanggal_sp2d as tanggal,
    tanggal_rencana_cair,
    nilai_sp2d::bigint as nilai_rp,
    utuh(kolom_rusak, ['nilai_sp2d', 'status']) as terbaca,
    coalesce(terbaca and status = 'cair' and sudah(tanggal_sp2d), false) as dihitung,
    status as keadaan
from bpkpd__pencairan
union all by name
select
    penerima,
    penerima as instansi,
    'hibah' as tab,
    baris,
    tahap_pencairan as tahap,
    tanggal_masuk as tanggal,
    nilai_diterima::bigint as nilai_rp,
    utuh(kolom_rusak, ['nilai_diterima']) as terbaca,
    terbaca and sudah(tanggal_masuk) as dihitung
from hibah_diterima
union all by name
select p.kode as penerima, b.instansi, b.tab, b.baris, false as terbaca, false as dihitung, 'tertahan' as keadaan
from baris as b
join pilihan as p on p.daftar = 'penerima_hibah' and b.instansi in ('bpkpd', p.kode)
where b.kelas = 'ditahan' and b.tab in ('nphd', 'pencairan', 'hibah')
