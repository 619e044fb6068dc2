-- Sampai tanggal berapa rencana cair disebut dekat, sesudah itu, dan kemudian?
-- Satu baris.
select
    hari_ini() + aturan_bulat('rencana_dekat_hari') as dekat,
    hari_ini() + aturan_bulat('rencana_sedang_hari') as sedang,
    aturan('tahap1_persen') as tahap1_persen
