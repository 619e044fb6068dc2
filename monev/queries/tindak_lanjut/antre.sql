-- Berapa keputusan atau perubahannya yang belum sampai ke lembar, sejak kapan, dan apa kendalanya yang terakhir?
-- Satu baris, rapat mana pun; berubah selagi potretnya tetap, jadi ditanyakan lagi setiap kali.
select
    count(*) as menunggu,
    min(coalesce(k.diubah, k.dicatat)) as sejak,
    arg_max(k.pesan, k.dicoba) as pesan,
    max(k.dicoba) filter (where k.pesan is not null) as dicoba
from kotak_keluar as k
-- Yang sudah terbaca di lembar tidak menunggu, kecuali perubahannya.
anti join tindak_lanjut as t on rapi(t.id) = rapi(k.id) and k.diubah is null
where k.terkirim is null and (k.di_lembar or not k.ditarik) and exists (from penyimpan)
