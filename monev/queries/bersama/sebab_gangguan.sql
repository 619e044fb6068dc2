-- Apa sebabnya lembar belum dapat dibaca, lembar siapa saja yang bersebab sama, dan dari kapan angka penggantinya?
-- Satu baris per sebab; berubah selagi potretnya tetap, jadi ditanyakan lagi setiap kali.
select
    pesan,
    list(nama order by urutan) as nama,
    list(nama order by urutan) filter (where berhasil is null) as belum_pernah,
    min(berhasil) as tertua,
    count(distinct berhasil) > 1 as berlainan
from bersama_gangguan
group by pesan
order by min(urutan)
