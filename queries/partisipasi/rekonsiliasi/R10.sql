/* rekonsiliasi
judul    = "Jangkauan kegiatan"
kiri     = "Semua kelurahan dan segmen"
kanan    = "Dijangkau kegiatan"
satuan   = "kegiatan"
petunjuk = true

[memakai]
"kpu/sosialisasi" = ["status", "segmen"]
"bawaslu/pencegahan" = ["status", "segmen"]
"kesbangpol/pendidikan_politik" = ["status", "segmen"]
*/
-- Kelurahan dan segmen mana yang belum dijangkau ketiga lembaga, dan kegiatan mana yang bersamaan?
-- Satu baris untuk kelurahan, satu untuk segmen, dan satu per pasang lembaga, tanggal, dan kelurahan.
with pelapor as (
    select daftar(list(i.nama order by i.urutan)) as nama
    from pembandingan_dasar as d
    join instansi as i using (instansi)
    where d.kode = 'R10'
),
jangkauan as (
    select
        'kelurahan' as satuan,
        format(' dalam {} hari terakhir', bilangan(aturan_bulat('hari_kegiatan'))) as jendela,
        count(*) as semua,
        if(count(jumlah) > 0, count(*) filter (where jumlah > 0), null) as terjangkau,
        list(kelurahan order by kelurahan) filter (where jumlah = 0) as belum
    from jangkauan_kelurahan
    union all
    select
        'segmen',
        '',
        count(*),
        if(count(jumlah) > 0, count(*) filter (where jumlah > 0), null),
        list(nama order by urutan) filter (where jumlah = 0)
    from jangkauan_segmen
),
bersamaan as (
    select
        tanggal,
        kelurahan,
        instansi_a,
        instansi_b,
        count(distinct baris_a) as acara_a,
        count(distinct baris_b) as acara_b
    from kegiatan_bersamaan
    group by all
)
select
    kapital(satuan) || ' terjangkau' as kunci,
    'Semua ' || satuan as kiri,
    semua as nilai_kiri,
    pelapor.nama || ': dijangkau kegiatan' as kanan,
    terjangkau as nilai_kanan,
    satuan,
    null::boolean as cocok,
    'kuning' as bila_beda,
    case
        when terjangkau is null then format('Kegiatan {} belum dilaporkan.', pelapor.nama)
        when terjangkau = semua
            then format('Kegiatan {} sudah menjangkau semua {} {}{}.', pelapor.nama, bilangan(semua), satuan, jendela)
        else format(
            '{} dari {} {} belum dijangkau kegiatan {}{}: {}.',
            kapital(terbilang(semua - terjangkau)), bilangan(semua), satuan, pelapor.nama, jendela,
            -- Paling banyak empat nama muat dalam satu kalimat yang dibacakan.
            daftar(if(len(belum) <= 4, belum, belum[:3] || [format('{} {} lain', bilangan(len(belum) - 3), satuan)]))
        )
    end as kalimat
from jangkauan, pelapor
-- Sesudah selesai dinilai tidak ada lagi yang perlu dijangkau atau digeser.
where not berakhir('kelurahan_tanpa_kegiatan')
union all by name
select
    kelurahan || ', ' || tgl(tanggal) as kunci,
    lembaga(instansi_a) || ': kegiatan' as kiri,
    acara_a as nilai_kiri,
    lembaga(instansi_b) || ': kegiatan' as kanan,
    acara_b as nilai_kanan,
    'acara' as satuan,
    false as cocok,
    'kuning' as bila_beda,
    format(
        '{} mencatat {} kegiatan dan {} {} di {} pada tanggal yang sama, {}.',
        lembaga(instansi_a), terbilang(acara_a), lembaga(instansi_b), terbilang(acara_b), kelurahan, tgl_lisan(tanggal)
    ) as kalimat
from bersamaan
where not berakhir('kegiatan_tumpang_tindih')
