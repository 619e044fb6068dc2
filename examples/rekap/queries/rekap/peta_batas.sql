-- Mulai berapa daerah kritis sebuah provinsi digambar lebih gelap?
-- Satu baris.
select
    aturan_bulat('peta_banyak') as banyak,
    aturan_bulat('peta_beberapa') as beberapa
