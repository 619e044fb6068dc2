-- TPS mana yang pemungutan atau penghitungan suaranya diulang, mengapa, dan dengan dana apa?
-- Satu baris per TPS, sejak pengulangannya mulai dinilai; yang belum selesai lebih dulu.
select
    nama,
    jenis,
    apa_adanya(alasan) as alasan,
    tanggal_rencana,
    case when selesai then 'selesai ' || tgl(tanggal_selesai) when lewat then 'belum, lewat rencana' else 'belum' end as keadaan,
    sumber_dana as dana
from ulangan
where hari_ini() >= (select mulai from ambang where kode = 'psu_belum_selesai')
order by selesai, tanggal_rencana, nama
