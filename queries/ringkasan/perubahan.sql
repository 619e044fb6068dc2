-- Indikator mana yang berubah sejak potret rapat sebelumnya?
-- Satu baris per indikator yang status atau nilainya berubah; yang kini paling genting lebih dulu.
select
    k.halaman,
    k.kode,
    k.indikator,
    k.satuan,
    k.arah,
    l.status as dulu_status,
    k.status,
    l.nilai as dulu_nilai,
    k.nilai,
    k.kalimat,
    k.sumber,
    p.pemilik,
    (select tanggal_acuan from lampau.meta) as dulu_tanggal
from indikator as k
join lampau.indikator as l using (kode)
left join (
    -- Nama lembaga hanya disebut bila angkanya milik satu lembaga saja.
    select kode, lembaga(any_value(instansi)) as pemilik
    from cakupan
    group by kode
    having count(distinct instansi) = 1
) as p using (kode)
where exists (from lampau.meta)
    -- Jumlah yang kehilangan baris tampak turun tanpa turun.
    and k.sebanding and l.sebanding
    and (k.status <> l.status or k.nilai is distinct from l.nilai)
order by k.status = l.status, genting(k.status), genting(l.status) desc, k.halaman, k.urutan
