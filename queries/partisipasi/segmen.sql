-- Segmen pemilih mana yang paling sedikit dijangkau kegiatan?
-- Satu baris per segmen, yang paling sedikit kegiatannya lebih dulu.
select
    segmen,
    nama as label,
    jumlah as nilai,
    peserta,
    bilangan(jumlah) as teks,
    case
        when jumlah is null then belum_dilaporkan()
        when jumlah = 0 then if(berakhir('segmen_tanpa_kegiatan'), 'tidak', 'belum') || ' ada' || coalesce(', rencana ' || tgl(rencana), '')
        else bilangan(peserta) || ' peserta'
    end as rincian,
    terakhir,
    rencana
from jangkauan_segmen
order by jumlah nulls first, peserta, urutan
