-- Tentang apa sebuah keputusan dapat dicatat: angka mana, atau pokok agenda mana tanpa satu angka?
-- Satu baris per indikator dan per pokok agenda; yang paling genting lebih dulu, agenda tanpa angka terakhir.
with semua as (
    select a.nomor, i.halaman, a.judul_pendek, i.kode, i.indikator, i.nilai, i.satuan, i.status
    from indikator as i
    join agenda as a using (halaman)
    union all by name
    select nomor, halaman, judul_pendek
    from agenda
)
from semua
order by kode is null, genting(status), nomor, kode
