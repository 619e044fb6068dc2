-- Berapa partisipasi pemilih pada pemilihan sebelumnya, berapa sasaran kali ini, dan bila sudah ada, berapa hasilnya?
-- Satu baris per angka; hanya pembanding, tidak dinilai. Yang sebelumnya dibagi DPT saja, jadi hasil kali ini juga disebut begitu.
with hasil as (
    select
        kode = 'dibagi_dpt' as dibagi_dpt,
        year(hari_pemungutan()) as tahun,
        persen,
        if(sebagian, format('; {} kelurahan', bilangan(dihitung)), '') as hanya
    from hasil_pemungutan
    where kode in ('partisipasi_persen', 'dibagi_dpt')
        and hari_ini() >= (select mulai from ambang where kode = 'partisipasi_persen')
),
angka as (
    select
        if(dibagi_dpt, 0, -1) as urutan,
        format('Partisipasi {}', tahun) || if(dibagi_dpt, ' dibagi DPT', '') as label,
        persen,
        'pengguna hak pilih dibagi ' || if(dibagi_dpt, 'DPT saja, seperti pemilihan sebelumnya', 'DPT + DPTb + DPK') || hanya as keterangan
    from hasil
    union all
    select
        1,
        format('Partisipasi {}', partisipasi_sebelumnya_tahun),
        partisipasi_sebelumnya_persen,
        'pengguna hak pilih dibagi DPT, pemilihan sebelumnya'
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
