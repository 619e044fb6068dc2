-- Kelurahan mana yang sudah dijangkau kegiatan dalam hari-hari terakhir, dan mana yang belum?
-- Satu baris per kelurahan. Tingkat 2 (paling menonjol) belum terjangkau tanpa rencana, 1 belum tetapi ada rencana, 0 terjangkau.
select
    kelurahan,
    kecamatan,
    petak_kolom,
    petak_baris,
    nama_petak,
    jumlah,
    case when jumlah > 0 then 0 when jumlah = 0 then if(rencana is null, 2, 1) end as tingkat,
    bilangan(jumlah) as label,
    terakhir,
    rencana,
    aturan_bulat('hari_kegiatan') as hari,
    if(berakhir('kelurahan_tanpa_kegiatan'), hari_nilai('kelurahan_tanpa_kegiatan'), null) as sampai,
    format('{} hari ', bilangan(aturan_bulat('hari_kegiatan')))
        || if(berakhir('kelurahan_tanpa_kegiatan'), 'sampai ' || tgl(hari_nilai('kelurahan_tanpa_kegiatan')), 'terakhir') as jendela,
    case
        when jumlah is null then belum_dilaporkan()
        when jumlah = 0 then concat_ws(
            ', ', if(berakhir('kelurahan_tanpa_kegiatan'), 'tidak', 'belum') || ' terjangkau', 'terakhir ' || tgl(terakhir), coalesce('rencana ' || tgl(rencana), if(berakhir('kelurahan_tanpa_kegiatan'), null, 'belum ada rencana'))
        )
        else format('{} kegiatan, terakhir {}', bilangan(jumlah), tgl(terakhir))
    end as keterangan
from jangkauan_kelurahan
order by petak_baris, petak_kolom
