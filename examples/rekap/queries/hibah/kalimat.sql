-- Apa yang dikatakan tentang hibah semua daerah: berapa yang lunas, di bawah tahap pertama, dan tanpa naskah?
-- Satu baris; tanpa nama daerah.
select
    case
        when coalesce(max(melapor), 0) = 0 then 'Belum satu daerah pun melaporkan hibahnya.'
        else format(
            'Hibah KPU cair penuh di {} dan Bawaslu di {} dari {} daerah yang melapor; {} hibah keduanya di bawah {}%, {} NPHD belum ditandatangani.',
            bilangan(max(penuh) filter (where urutan = 1)), bilangan(max(penuh) filter (where urutan = 2)), bilangan(max(melapor)),
            bilangan(sum(bawah)), bilangan(aturan('tahap1_persen')), bilangan(sum(tanpa_naskah))
        )
    end as kalimat
from hibah_penerima
where dinilai
