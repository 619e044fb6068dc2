-- Kapan rekapitulasi tiap kecamatan dan kota direncanakan dan selesai, dan apa kendalanya?
-- Satu baris per rekapitulasi, sejak mulai dinilai; yang terlambat lebih dulu.
select
    nama,
    tgl(tanggal_rencana) as rencana,
    case
        when selesai and terlambat then format('terlambat {} hari', bilangan(tanggal_selesai - tanggal_rencana))
        when selesai then 'tepat waktu'
        when terlambat then 'belum, lewat rencana'
        else 'belum'
    end as keadaan,
    apa_adanya(kendala) as kendala
from rekap
where hari_ini() >= (select mulai from ambang where kode = 'rekap_terlambat')
order by terlambat desc, rekap.tanggal_rencana, nama
