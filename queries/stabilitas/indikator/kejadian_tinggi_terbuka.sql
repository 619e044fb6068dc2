/* indikator
nama   = "Kejadian tinggi aktif"
urutan = 2
satuan = "kejadian"
arah   = "turun"
hijau  = 0
kuning = 1
basis  = "P"
dasar  = "Kejadian tingkat tinggi yang belum selesai. Hijau {hijau}, kuning {kuning}, merah mulai {kuning+1} (usulan, menunggu persetujuan Sekda)"
bicara = 1

[memakai]
"kesbangpol/kejadian" = { kolom = ["tingkat", "status"], penentu = ["id_kejadian", "tanggal_kejadian", "tanggal_selesai"] }
*/
-- Berapa kejadian tingkat tinggi yang belum selesai?
-- Satu baris. Yang terbatas ikut dihitung, tempatnya tidak pernah disebut.
with tinggi_terbuka as (
    select
        count(*) as jumlah,
        count(*) filter (where terbatas) as terbatas,
        coalesce(bool_and(status = 'ditangani'), false) as ditangani,
        count(*) filter (where status = 'eskalasi') as eskalasi,
        list(distinct coalesce(kelurahan, 'Kec. ' || kecamatan) order by coalesce(kelurahan, 'Kec. ' || kecamatan))
            filter (where not terbatas) as tempat
    from kejadian
    where terbuka and tingkat = 'tinggi' and utuh(kolom_rusak, ['tingkat', 'status'])
)
select
    jumlah as nilai,
    case
        when eskalasi > 0 then bilangan(eskalasi) || ' meningkat'
        when terbatas = 0 and len(tempat) <= 2 then daftar(tempat)
        when ditangani then 'sedang ditangani'
        else 'belum selesai'
    end as sebab,
    -- Kejadian yang terbuka dapat lebih lama daripada jendela kejadian: dasarnya semua yang terbuka.
    (select format('dari {} yang belum selesai', bilangan(count(*))) from kejadian where terbuka having count(*) > 0) as landasan,
    if(jumlah = 0, 'Tidak ada kejadian tingkat tinggi yang belum selesai', kapital(terbilang(jumlah)) || ' kejadian tinggi belum selesai')
        || if(jumlah > 0 and terbatas = 0 and len(tempat) <= 2, ', di ' || daftar(tempat), '')
        || case
            when eskalasi > 0 then format('; {} meningkat', terbilang(eskalasi))
            when ditangani and jumlah = 1 then '; sedang ditangani'
            when ditangani then '; semua sedang ditangani'
            else ''
        end || '.' as kalimat
from tinggi_terbuka
