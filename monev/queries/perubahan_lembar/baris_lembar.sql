-- Apa yang terbaca dan tertulis di tiap baris lembar, semua tab dalam satu bentuk?
-- Satu baris per baris data lembar, tanpa kiriman daerah: isi = nilai terbaca tiap kolom (kosong bila tertahan), tulisan = selnya seperti tertulis.
with tertulis as (
    select instansi, tab, baris, json_group_object(kolom, tertulis) as tulisan
    from sel
    where tab is not null and kolom is not null
    group by instansi, tab, baris
)
select b.instansi, b.tab, b.baris, b.kelas, b.alasan, b.kolom_rusak, t.isi, s.tulisan
from baris as b
left join isi_baris as t using (instansi, tab, baris)
left join tertulis as s using (instansi, tab, baris)
where b.kelas <> 'tata_letak' and b.instansi not in (select instansi from tanpa_lembar)
