-- Berapa partisipasi pemilih pada pemilihan sebelumnya, berapa sasaran kali ini, dan bila sudah ada, berapa hasilnya?
-- Satu baris per angka; hanya pembanding, tidak dinilai. Yang sebelumnya dibagi DPT saja, jadi hasil kali ini juga disebut begitu.
with hasil as (
    select
        year(hari_pemungutan()) as tahun,
        100.0 * sum(pengguna) / nullif(sum(pemilih), 0) as persen,
        100.0 * sum(pengguna) / nullif(sum(pemilih_dpt), 0) as persen_dpt,
        if(count(*) < (select count(*) from wilayah), format('; {} kelurahan', bilangan(count(*))), '') as sebagian
    from partisipasi_kelurahan
    where pengguna is not null and pemilih is not null
        and hari_ini() >= (select mulai from ambang where kode = 'partisipasi_persen')
),
angka as (
    select -1 as urutan, 'Partisipasi ' || tahun as label, persen, 'pengguna hak pilih dibagi DPT + DPTb + DPK' || sebagian as keterangan
    from hasil
    union all
    select
        0, 'Partisipasi ' || tahun || ' dibagi DPT', persen_dpt,
        'pengguna hak pilih dibagi DPT saja, seperti pemilihan sebelumnya' || sebagian
    from hasil
    union all
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
