-- Bagaimana keadaan tiap daerah di semua pokok, kapan kirimannya sampai, dan di mana dasbornya?
-- Satu baris per daerah, yang paling banyak pokok kritisnya lebih dulu; `ke` kosong bila belum melapor.
with pokok as (
    select
        kode_daerah,
        list(keadaan order by nomor) as tanda,
        list({'halaman': halaman, 'keadaan': keadaan, 'merah': merah, 'kuning': kuning} order by nomor) as pokok,
        count(*) filter (where keadaan = 'merah') as kritis,
        count(*) filter (where keadaan = 'kuning') as perhatian,
        sum(merah) as angka_merah
    from keadaan_daerah
    group by kode_daerah
)
select
    p.* exclude (baris),
    k.tanda,
    k.pokok,
    -- Yang belum melapor tidak punya nol: berapa pokoknya kritis belum diketahui.
    if(p.melapor, k.kritis, null) as kritis,
    if(p.melapor, k.perhatian, null) as perhatian,
    if(p.melapor, k.angka_merah, null) as angka_merah,
    if(p.melapor, row_number() over (
        order by p.melapor desc, k.kritis desc, k.perhatian desc, k.angka_merah desc, p.kode_daerah
    ), null) as ke
from pelapor as p
left join pokok as k using (kode_daerah)
order by ke nulls last, kode_daerah
