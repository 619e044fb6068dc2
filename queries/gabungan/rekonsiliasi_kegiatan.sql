-- Kelurahan dan segmen mana yang belum dijangkau ketiga lembaga, dan kegiatan mana yang bersamaan (R10)?
-- Satu baris untuk kelurahan, satu untuk segmen, dan satu per pasang lembaga, tanggal, dan kelurahan.
with pelapor as (
    select bool_or(d.dilaporkan) as ada, daftar(list(i.nama order by i.urutan)) as nama
    from rekonsiliasi_dasar as d
    join instansi as i using (instansi)
    where d.kode = 'R10'
),
terlaksana as (
    select kelurahan, segmen, tanggal, kolom_rusak
    from kegiatan
    where terlaksana and utuh(kolom_rusak, ['status'])
),
belum as (
    select
        'kelurahan' as jenis,
        kelurahan as nama,
        kelurahan in (
            from (select kelurahan from terlaksana where dalam_hari_terakhir(tanggal, aturan('hari_kegiatan')))
        ) as terjangkau
    from wilayah
    union all
    select 'segmen', label, kode in (from (select segmen from terlaksana where utuh(kolom_rusak, ['segmen'])))
    from pilihan
    where daftar = 'segmen'
),
jangkauan as (
    select
        jenis,
        count(*) as semua,
        count(*) filter (where terjangkau) as terjangkau,
        list(if(jenis = 'segmen', lower(nama), nama) order by nama) filter (where not terjangkau) as nama_belum
    from belum
    group by jenis
),
acara as (
    select k.*, i.urutan
    from kegiatan as k
    join instansi as i using (instansi)
    where k.status <> 'batal' and k.kelurahan <> 'Se-Kota' and utuh(k.kolom_rusak, ['status'])
),
bersamaan as (
    select
        a.tanggal,
        a.kelurahan,
        a.instansi as pertama,
        b.instansi as kedua,
        count(distinct a.baris) as acara_pertama,
        count(distinct b.baris) as acara_kedua
    from acara as a
    join acara as b on a.tanggal = b.tanggal and a.kelurahan = b.kelurahan and a.urutan < b.urutan
    group by all
)
select
    'R10' as kode,
    'partisipasi' as agenda,
    if(jenis = 'kelurahan', 'Kelurahan terjangkau', 'Segmen terjangkau') as kunci,
    if(jenis = 'kelurahan', 'Semua kelurahan', 'Semua segmen') as kiri,
    semua as nilai_kiri,
    pelapor.nama || ': dengan kegiatan' as kanan,
    if(pelapor.ada, terjangkau, null) as nilai_kanan,
    jenis as satuan,
    null::boolean as cocok,
    'kuning' as bila_beda,
    case
        when not pelapor.ada then 'Kegiatan ' || pelapor.nama || ' belum dilaporkan.'
        when terjangkau = semua then 'Kegiatan ' || pelapor.nama || ' sudah menjangkau semua ' || bilangan(semua) || ' ' || jenis
            || if(jenis = 'kelurahan', ' dalam ' || bilangan(aturan_bulat('hari_kegiatan')) || ' hari terakhir.', '.')
        else kapital(terbilang(semua - terjangkau)) || ' dari ' || bilangan(semua) || ' ' || jenis || ' belum dijangkau kegiatan '
            || pelapor.nama || if(jenis = 'kelurahan', ' dalam ' || bilangan(aturan_bulat('hari_kegiatan')) || ' hari terakhir', '') || ': '
            || daftar(if(len(nama_belum) <= 5, nama_belum, nama_belum[:4] || [bilangan(len(nama_belum) - 4) || ' lainnya'])) || '.'
    end as kalimat
from jangkauan, pelapor
union all by name
select
    'R10' as kode,
    'partisipasi' as agenda,
    kelurahan || ', ' || tgl(tanggal) as kunci,
    lembaga(pertama) || ': kegiatan' as kiri,
    acara_pertama as nilai_kiri,
    lembaga(kedua) || ': kegiatan' as kanan,
    acara_kedua as nilai_kanan,
    'acara' as satuan,
    false as cocok,
    'kuning' as bila_beda,
    lembaga(pertama) || ' mencatat ' || terbilang(acara_pertama) || ' kegiatan dan ' || lembaga(kedua) || ' '
        || terbilang(acara_kedua) || ' di ' || kelurahan || ' pada tanggal yang sama, ' || tgl_lisan(tanggal) || '.' as kalimat
from bersamaan
