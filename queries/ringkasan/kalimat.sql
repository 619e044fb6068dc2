-- Apa yang dikatakan lebih dulu: berapa agenda yang genting, dan karena apa?
-- Satu baris.
with hitung as (
    select
        count(*) as semua,
        count(*) filter (where status = 'merah') as merah,
        count(*) filter (where status = 'kuning') as kuning,
        count(*) filter (where status = 'belum_dilaporkan') as belum,
        daftar(list(lower(judul_pendek) order by nomor) filter (where status = 'merah')) as nama_merah,
        daftar(list(lower(judul_pendek) order by nomor) filter (where status = 'kuning')) as nama_kuning
    from bersama_status_agenda
)
select case
    when merah = semua and semua > 0 then 'Ke' || terbilang(semua) || ' agenda ' || kata_status('merah') || ': ' || nama_merah || '.'
    when merah > 0 then kapital(terbilang(merah)) || ' dari ' || terbilang(semua) || ' agenda ' || kata_status('merah') || ': ' || nama_merah
        || if(kuning > 0, '; ' || terbilang(kuning) || ' lagi ' || kata_status('kuning') || '.', '.')
    when kuning > 0 then 'Tidak ada agenda yang ' || kata_status('merah') || '; ' || terbilang(kuning) || ' ' || kata_status('kuning') || ': ' || nama_kuning || '.'
    when belum > 0 then kapital(terbilang(belum)) || ' dari ' || terbilang(semua) || ' agenda belum dapat dinilai.'
    else 'Tidak ada agenda yang ' || kata_status('merah') || ' atau ' || kata_status('kuning') || '.'
end as kalimat
from hitung
