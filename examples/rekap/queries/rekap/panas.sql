-- Berapa daerah tiap provinsi yang kritis, perlu perhatian, aman, atau belum melapor di tiap pokok?
-- Satu baris per provinsi dan pokok, lalu semuanya bersama (provinsi kosong); `ke` urutan provinsi menurut yang kritis.
with hitung as (
    select
        provinsi,
        kode_provinsi,
        nomor,
        halaman,
        judul_pendek,
        count(*) as jumlah,
        count(*) filter (where keadaan = 'merah') as merah,
        count(*) filter (where keadaan = 'kuning') as kuning,
        count(*) filter (where keadaan = 'hijau') as hijau,
        count(*) filter (where keadaan = 'belum_dilaporkan') as belum
    from keadaan_daerah
    group by grouping sets ((provinsi, kode_provinsi, nomor, halaman, judul_pendek), (nomor, halaman, judul_pendek))
),
urut as (
    select
        provinsi,
        row_number() over (order by sum(merah) desc, sum(kuning) desc, provinsi) as ke
    from hitung
    where provinsi is not null
    group by provinsi
)
select
    h.*,
    p.pulau,
    p.singkat,
    p.petak_kolom,
    p.petak_baris,
    u.ke,
    u.ke <= aturan('provinsi_lebih_dulu') as lebih_dulu,
    -- Berapa terang petaknya: menurut jumlah daerah kritis, dan kosong bila separuh daerahnya atau lebih belum melapor.
    case
        when 2 * h.belum >= h.jumlah then null
        when h.merah >= aturan('peta_banyak') then 2
        when h.merah >= aturan('peta_beberapa') then 1
        else 0
    end as tingkat
from hitung as h
left join provinsi as p on p.nama = h.provinsi
left join urut as u on u.provinsi = h.provinsi
order by p.kode nulls first, h.nomor
