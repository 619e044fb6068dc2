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
    when merah = semua and semua > 0 then format('Ke{} agenda {}: {}.', terbilang(semua), kata_status('merah'), nama_merah)
    when merah > 0
        then format('{} dari {} agenda {}: {}', kapital(terbilang(merah)), terbilang(semua), kata_status('merah'), nama_merah)
            || if(kuning > 0, format('; {} lagi {}.', terbilang(kuning), kata_status('kuning')), '.')
    when kuning > 0
        then format('Tidak ada agenda yang {}; {} {}: {}.', kata_status('merah'), terbilang(kuning), kata_status('kuning'), nama_kuning)
    when belum > 0 then format('{} dari {} agenda belum dapat dinilai.', kapital(terbilang(belum)), terbilang(semua))
    else format('Tidak ada agenda yang {} atau {}.', kata_status('merah'), kata_status('kuning'))
end as kalimat
from hitung
