-- Sengketa mana yang sudah bertanggal putusan, padahal tahapnya belum putusan?
-- Satu baris per perkara. Yang dicabut boleh bertanggal: pencabutannya pun ditetapkan.
select
    'bawaslu' as instansi,
    'sengketa' as tab,
    baris,
    'tahap' as kolom,
    'Tanggal Putusan ' || tgl_tahun(tanggal_putusan) || ' sudah ditulis, padahal tahapnya masih '
        || lower(sebutan('tahap_sengketa', tahap)) || '.' as alasan,
    'tulis Putusan bila sudah diputus, atau kosongkan Tanggal Putusan' as saran,
    ['tanggal_putusan'] as di_samping
from bawaslu__sengketa
where tanggal_putusan is not null and tahap in ('terdaftar', 'sidang')
