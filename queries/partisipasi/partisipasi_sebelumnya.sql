-- Berapa partisipasi pemilih pada pemilihan sebelumnya, dan berapa sasaran kali ini?
-- Satu baris per angka; hanya pembanding, tidak dinilai.
with angka as (
    select
        1 as urutan,
        'Partisipasi ' || partisipasi_sebelumnya_tahun as label,
        partisipasi_sebelumnya_persen as persen,
        'pengguna hak pilih dibagi DPT, pemilihan sebelumnya' as keterangan
    from daerah
    union all
    select 2, 'Target ' || nama, target_partisipasi_persen, 'sasaran pemilihan ini' from daerah
    union all
    select 3, 'Target nasional', target_nasional_persen, 'sasaran KPU RI' from daerah
)
select urutan, label, persen, persen(persen) as teks, keterangan
from angka
where persen is not null
order by urutan
