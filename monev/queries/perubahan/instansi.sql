-- Berapa baris tiap instansi yang berubah sejak potret sebelumnya?
-- Satu baris per instansi yang punya lembar, urutannya tetap. Tiap baris lembar dihitung pada satu golongan saja, jadi semuanya berjumlah
-- `semua`; yang baru dan belum terhitung termasuk yang baru, angka lama termasuk yang diubah.
select
    i.instansi,
    i.nama,
    count(*) filter (where b.ragam = 'diubah') as diubah,
    count(*) filter (where b.angka_lama) as angka_lama,
    count(*) filter (where b.ragam in ('baru', 'baru_tertahan')) as baru,
    count(*) filter (where b.ragam = 'hilang') as hilang,
    count(*) filter (where b.ragam = 'kini_tertahan') as tertahan,
    count(*) filter (where b.ragam = 'kini_terbaca') as terbaca,
    coalesce(any_value(t.bentuk), 0) as bentuk,
    count(*) filter (where b.ragam <> 'tanggal_saja') + coalesce(any_value(t.bentuk), 0) as semua,
    count(*) filter (where b.ragam = 'tanggal_saja') as tanggal_saja,
    count(*) filter (where b.terbatas and b.ragam <> 'tanggal_saja') as terbatas
from instansi as i
left join perubahan_baris as b using (instansi)
left join (select instansi, count(*) as bentuk from perubahan_bentuk group by instansi) as t using (instansi)
where i.instansi not in (select instansi from tanpa_lembar)
group by i.instansi, i.nama, i.urutan
order by i.urutan
