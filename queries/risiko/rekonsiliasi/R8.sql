/* rekonsiliasi
judul  = "Kelurahan yang didahulukan"
kiri   = "Skor prioritas"
kanan  = "Batas didahulukan"
satuan = "risiko"
tampil = false
*/
-- Kelurahan mana yang didahulukan, dan mengapa?
-- Satu baris per kelurahan; warnanya mengikuti indikatornya, supaya satu halaman tidak berkata dua hal.
with bertanda as (
    select *, list_has_any([potensi_konflik, kejadian_tinggi, tps_rawan, logistik], ['ya', 'tidak']) as ternilai
    from prioritas
),
dahulu as (
    select *, count(*) over () as jumlah
    from bertanda
    where skor >= aturan_bulat('skor_prioritas')
)
select
    kelurahan as kunci,
    'Skor prioritas ' || kelurahan as kiri,
    skor as nilai_kiri,
    aturan_bulat('skor_prioritas') as nilai_kanan,
    false as cocok,
    status_indikator('kelurahan_prioritas', jumlah) as bila_beda,
    null as bila_kosong,
    format('{}, Kecamatan {}: {}.', kelurahan, kecamatan, alasan) as kalimat
from dahulu
union all by name
select
    'Se-Kota' as kunci,
    aturan_bulat('skor_prioritas') as nilai_kanan,
    'Kelurahan yang perlu didahulukan belum dapat dinilai; ' || if(
        berakhir('tps_terlayani_persen'), 'potensi konflik dan kejadian', 'TPS rawan, potensi konflik, kejadian, dan distribusi'
    ) || ' belum dilaporkan.' as kalimat
where not exists (from bertanda where ternilai)
