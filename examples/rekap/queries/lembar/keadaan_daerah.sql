-- Bagaimana keadaan tiap daerah di tiap pokok agenda: yang terberat dari angka yang dikirimnya, bukan rata-rata?
-- Satu baris per daerah dan pokok. Tanpa kiriman, atau tanpa satu angka pun tentang pokok itu, berarti belum melapor; angka
-- yang belum dilaporkan atau tidak dinilai di daerahnya membuat pokoknya paling baik perlu perhatian, tidak pernah aman.
with angka as (
    select
        daerah,
        halaman,
        case
            when bool_or(status = 'merah') then 'merah'
            when bool_or(status in ('kuning', 'belum_dilaporkan', 'tanpa_penilaian')) then 'kuning'
            when bool_or(status = 'hijau') then 'hijau'
        end as terberat,
        count(*) filter (where status = 'merah') as merah,
        count(*) filter (where status = 'kuning') as kuning
    from daerah__indikator
    where utuh(kolom_rusak, ['daerah', 'halaman', 'status'])
    group by daerah, halaman
)
select
    p.provinsi,
    p.kode_provinsi,
    p.daerah,
    p.kode_daerah,
    p.melapor,
    a.nomor,
    a.halaman,
    a.judul_pendek,
    if(p.melapor, coalesce(n.terberat, 'belum_dilaporkan'), 'belum_dilaporkan') as keadaan,
    if(p.melapor, coalesce(n.merah, 0), 0) as merah,
    if(p.melapor, coalesce(n.kuning, 0), 0) as kuning
from pelapor as p
cross join agenda as a
left join angka as n on n.daerah = p.daerah and n.halaman = a.halaman
where pokok_daerah(a.halaman)
