-- Berapa nilai tiap indikator pada potret rapat sebelumnya, dan ke mana arahnya?
-- Satu baris per indikator; kosong bila belum ada potret sebelumnya.
select
    k.kode,
    k.arah,
    l.nilai as dulu_nilai,
    l.status as dulu_status,
    (select tanggal_acuan from lampau.meta) as dulu_tanggal,
    case
        -- Jumlah yang kehilangan baris tampak turun tanpa turun.
        when not (k.sebanding and l.sebanding) then null
        -- Selisih dapat negatif: yang dinilai jauhnya dari nol.
        when abs(k.nilai) = abs(l.nilai) then 'tetap'
        -- Menurut yang tertulis: 40,0% sesudah 40,0% tidak disebut berubah.
        when nilai_kata(k.nilai, k.satuan) = nilai_kata(l.nilai, l.satuan) then 'tetap'
        when seiring_pelapor(k.satuan, k.nilai, l.nilai, k.pelapor, l.pelapor) then null
        when (abs(k.nilai) > abs(l.nilai)) = (k.arah = 'naik') then 'membaik'
        when k.nilai is not null and l.nilai is not null then 'memburuk'
    end as gerak
from indikator as k
join lampau.indikator as l using (kode)
where exists (from lampau.meta)
order by k.halaman, k.urutan
