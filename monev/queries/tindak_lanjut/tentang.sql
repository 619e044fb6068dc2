-- Tentang apa sebuah keputusan dapat dicatat: angka mana, atau pokok agenda mana tanpa satu angka?
-- Satu baris per indikator dan per pokok agenda; urutannya seperti kalimat halaman, agenda tanpa angka terakhir.
with semua as (
    select a.nomor, i.halaman, a.judul_pendek, i.kode, i.indikator, i.nilai, i.satuan, i.status, i.bicara, i.urutan, p.pemilik
    from indikator as i
    join agenda as a using (halaman)
    left join pemilik_indikator as p using (kode)
    union all by name
    select nomor, halaman, judul_pendek
    from agenda
)
select *
from semua
order by kode is null, genting(status), bicara, nomor, urutan
