-- Berapa baris tiap instansi yang berubah sejak potret sebelumnya?
-- Satu baris per instansi, urutannya tetap.
select
    i.instansi,
    i.nama,
    count(*) filter (where b.ragam = 'diubah') as diubah,
    count(*) filter (where b.angka_lama) as angka_lama,
    count(*) filter (where b.ragam = 'baru') as baru,
    count(*) filter (where b.ragam = 'hilang') as hilang,
    count(*) filter (where b.ragam in ('kini_tertahan', 'baru_tertahan')) as tertahan,
    count(*) filter (where b.ragam = 'kini_terbaca') as terbaca,
    count(*) filter (where b.ragam = 'tanggal_saja') as tanggal_saja,
    count(*) filter (where b.terbatas and b.ragam <> 'tanggal_saja') as terbatas
from instansi as i
left join perubahan_baris as b using (instansi)
group by i.instansi, i.nama, i.urutan
order by i.urutan
