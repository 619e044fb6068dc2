-- Bagaimana tiap daerah: kapan melapor, keadaan tiap pokok, dana tiap penerima, janji yang terbuka, dan alamat dasbornya?
-- Satu baris per daerah di wilayah.csv, menurut kodenya; yang belum melapor tidak punya angka, dan yang kosong belum diketahui.
with pokok as (
    select
        kode_daerah,
        max(status_kata(keadaan, halaman)) filter (where halaman = 'logistik') as logistik,
        max(status_kata(keadaan, halaman)) filter (where halaman = 'risiko') as risiko,
        max(status_kata(keadaan, halaman)) filter (where halaman = 'partisipasi') as partisipasi,
        max(status_kata(keadaan, halaman)) filter (where halaman = 'netralitas') as netralitas,
        max(status_kata(keadaan, halaman)) filter (where halaman = 'stabilitas') as stabilitas
    from keadaan_daerah
    group by kode_daerah
),
hibah as (
    pivot (
        select kode_daerah, penerima, kata_kelompok(kelompok) as keadaan, nilai_rp, dibayar_rp, sisa_rp, rencana
        from hibah_daerah
    )
    on penerima in ('kpu', 'bawaslu', 'kodim', 'polres')
    using
        max(keadaan) as keadaan, max(nilai_rp) as nilai_rp, max(dibayar_rp) as dibayar_rp, max(sisa_rp) as sisa_rp,
        max(rencana) as rencana
    group by kode_daerah
),
janji as (
    select kode_daerah, count(*) filter (where terbuka) as terbuka, count(*) filter (where lewat) as lewat
    from janji_daerah
    group by kode_daerah
),
-- Kiriman yang ditolak menyebut daerahnya dalam nama berkasnya.
ditolak as (
    select distinct regexp_extract(tertulis, 'daerah=([^/]+)/', 1) as kode_daerah
    from temuan
    where instansi = 'daerah' and bobot = 'tolak'
)
select
    p.kode_daerah,
    p.daerah,
    p.provinsi,
    case when p.melapor then 'melapor' when d.kode_daerah is not null then 'kiriman belum dihitung' else 'belum melapor' end as lapor,
    p.diterima at time zone 'UTC' at time zone zona_waktu() as diterima,
    case when p.tepat_waktu then 'tepat waktu' when p.melapor then 'terlambat' end as waktu,
    p.kiriman_ke,
    p.rapat,
    k.* exclude (kode_daerah),
    h.* exclude (kode_daerah),
    if(p.melapor, coalesce(j.terbuka, 0), null) as janji_terbuka,
    if(p.melapor, coalesce(j.lewat, 0), null) as janji_lewat,
    p.dasbor,
    p.dasbor as tautan
from pelapor as p
left join pokok as k on k.kode_daerah = p.kode_daerah
left join hibah as h on h.kode_daerah = p.kode_daerah
left join janji as j on j.kode_daerah = p.kode_daerah
left join ditolak as d on d.kode_daerah = p.kode_daerah
order by p.kode_daerah
