-- Angka pokok mana yang pada potret baru lain daripada pada potret yang sedang dibuka?
-- Satu baris per indikator, yang kini paling genting lebih dulu; yang ditanya potret baru, dan `lampau` di sini potret yang sedang dibuka.
select
    k.halaman,
    k.indikator,
    k.satuan,
    l.status as dulu_status,
    k.status,
    -- Jumlah yang kehilangan baris tampak turun tanpa turun: yang berubah di situ keadaannya.
    if(k.sebanding and l.sebanding, l.nilai, null) as dulu_nilai,
    if(k.sebanding and l.sebanding, k.nilai, null) as nilai,
    lembaga(m.pemilik) as pemilik
from indikator as k
join lampau.indikator as l using (kode)
left join pemilik_indikator as m using (kode)
where k.status <> l.status or k.nilai is distinct from l.nilai
order by k.status = l.status, genting(k.status), genting(l.status) desc, k.halaman, k.urutan
