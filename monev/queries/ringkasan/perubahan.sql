-- Indikator mana yang berubah sejak potret rapat sebelumnya?
-- Satu baris per indikator yang status atau nilainya, menurut yang tertulis, berubah; yang kini paling genting lebih dulu.
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
    -- Tepat satu kata tiap baris, sehingga jumlah menurut katanya sama dengan banyaknya baris.
    case
        when k.nilai is null and l.nilai is null then 'hanya statusnya'
        when l.nilai is null then 'baru terhitung'
        when k.nilai is null then 'tidak terhitung lagi'
        when g.gerak <> 'tetap' then g.gerak
        when g.gerak is null then dari_pelapor(k.pelapor, l.pelapor)
        when k.nilai <> l.nilai and nilai_kata(k.nilai, k.satuan) <> nilai_kata(l.nilai, l.satuan) then 'berbalik arah'
        else 'hanya statusnya'
    end as gerak,
    -- Bila statusnya memburuk tanpa angkanya memburuk, sebabnya disebut.
    if(g.gerak is distinct from 'memburuk' and genting(k.status) < genting(l.status), k.sebab, null) as sebab,
    k.kalimat,
    k.sumber,
    lembaga(p.pemilik) as pemilik,
    (select tanggal_acuan from lampau.meta) as dulu_tanggal
from indikator as k
join lampau.indikator as l using (kode)
join bersama_pembanding as g using (kode)
left join pemilik_indikator as p using (kode)
where exists (from lampau.meta)
    -- Jumlah yang kehilangan baris tampak turun tanpa turun.
    and k.sebanding and l.sebanding
    and (
        k.status <> l.status
        or nilai_kata(k.nilai, k.satuan) is distinct from nilai_kata(l.nilai, l.satuan)
    )
order by k.status = l.status, genting(k.status), genting(l.status) desc, k.halaman, k.urutan
