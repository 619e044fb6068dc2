-- Kelurahan mana yang membawa tanda risiko, dan berapa?
-- Satu baris per kelurahan. Tingkat kosong bila tanpa tanda padahal unsur yang sudah waktunya belum dilaporkan.
select
    w.kelurahan,
    w.kecamatan,
    w.petak_kolom,
    w.petak_baris,
    w.nama_petak,
    case
        when skor >= aturan_bulat('skor_prioritas') then 2
        when skor > 0 then 1
        when diketahui then 0
    end as tingkat,
    skor as jumlah,
    aturan_bulat('skor_prioritas') as didahulukan_mulai,
    if(skor > 0, bilangan(skor), '') as label,
    case
        when skor > 0 then format('{} risiko: {}', kapital(terbilang(skor)), alasan)
        when diketahui then 'Tidak ada risiko yang tercatat'
        else 'Belum diketahui'
    end as keterangan
from wilayah as w
join (select *, 'belum_dilaporkan' not in (potensi_konflik, kejadian_tinggi, tps_rawan, logistik) as diketahui from prioritas)
    using (kelurahan)
order by w.petak_baris, w.petak_kolom
