-- Berapa keputusan yang belum sampai ke lembar Sekretariat, sejak kapan, dan apa kendalanya yang terakhir?
-- Satu baris, rapat mana pun; berubah selagi potretnya tetap, jadi ditanyakan lagi setiap kali.
select
    count(*) as menunggu,
    min(k.dicatat) as sejak,
    arg_max(k.pesan, k.dicoba) as pesan,
    max(k.dicoba) filter (where k.pesan is not null) as dicoba
from kotak_keluar as k
anti join tindak_lanjut as t on rapi(t.id) = rapi(k.id)
where k.terkirim is null
