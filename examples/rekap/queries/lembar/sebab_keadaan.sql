-- Karena angka apa tiap pokok tiap daerah berkeadaan seperti itu?
-- Satu baris per daerah dan pokok, seperti keadaan_daerah; `sebab` menyebut angka yang menentukannya.
with angka as (
    select
        daerah,
        halaman,
        list(nama order by nama) filter (where status = 'merah') as merah,
        list(nama order by nama) filter (where status = 'kuning') as kuning,
        list(nama order by nama) filter (where status in ('belum_dilaporkan', 'tanpa_penilaian')) as tak_diketahui
    from daerah__indikator
    where utuh(kolom_rusak, ['daerah', 'halaman', 'status', 'nama'])
    group by daerah, halaman
)
select
    k.*,
    concat_ws('; ', k.provinsi, case k.keadaan
        when 'merah' then daftar(n.merah)
        when 'kuning' then nullif(concat_ws('; ', daftar(n.kuning), 'belum diketahui: ' || daftar(n.tak_diketahui)), '')
    end) as sebab
from keadaan_daerah as k
left join angka as n using (daerah, halaman)
