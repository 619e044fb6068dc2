-- Di kecamatan mana bantuan pangan paling lambat sampai?
-- Satu baris per kecamatan, yang terendah lebih dulu; yang belum dilaporkan paling atas.
select
    w.kecamatan as label,
    b.tersalur_persen as nilai,
    persen(b.tersalur_persen) as teks,
    coalesce(format('{} keluarga belum', bilangan(b.belum_menerima)), belum_dilaporkan()) as rincian,
    b.sasaran_penerima,
    b.sudah_menerima,
    b.belum_menerima
from (select distinct kecamatan from wilayah) as w
left join bantuan as b using (kecamatan)
order by nilai nulls last, w.kecamatan
