-- Baris lembar mana yang mencatat hibah KPU dan Bawaslu, dan apakah jumlahnya ikut dihitung?
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
where penerima in penerima_berbatas()
union all by name
select
    penerima,
    'bpkpd' as instansi,
    'pencairan' as tab,
    baris,
    tahap_pencairan as tahap,
    -- Yang dijanjikan kepada BPKPD: nomor SP2D hanya tampil empat tanda terakhirnya; tahunnya tidak membedakan apa pun.
    '…' || right(
        coalesce(
            list_last(list_filter(regexp_extract_all(nomor_sp2d, '\d{3,}'), lambda angka: not regexp_matches(angka, '^20\d\d$'))),
            nomor_sp2d
        ), 4
    ) as nomor,
    tanggal_sp2d as tanggal,
    nilai_sp2d::bigint as nilai_rp,
    utuh(kolom_rusak, ['nilai_sp2d', 'status']) as terbaca,
    coalesce(terbaca and status = 'cair' and sudah(tanggal_sp2d), false) as dihitung,
    status as keadaan
from bpkpd__pencairan
where penerima in penerima_berbatas()
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
select penerima, instansi, tab, baris, false as terbaca, false as dihitung, 'tertahan' as keadaan
from baris
join (select unnest(penerima_berbatas()) as penerima) on instansi in ('bpkpd', penerima)
where kelas = 'ditahan' and tab in ('nphd', 'pencairan', 'hibah')
