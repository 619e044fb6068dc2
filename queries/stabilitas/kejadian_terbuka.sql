-- Kejadian sedang dan tinggi mana yang belum selesai, dan apa yang dilakukan oleh siapa?
-- Satu baris per kejadian, yang tinggi dan terbaru lebih dulu; yang terbatas hanya jumlahnya, dalam satu baris di akhir.
with terbuka as (
    select *
    from kejadian
    where kejadian.terbuka and tingkat in ('sedang', 'tinggi')
)
select
    k.id_kejadian,
    k.tingkat,
    k.isu as uraian,
    coalesce(k.kelurahan, 'Kec. ' || k.kecamatan) as tempat_kejadian,
    k.tanggal_kejadian,
    hari_ini() - k.tanggal_kejadian as umur_hari,
    sebutan('status_kejadian', k.status) as keadaan,
    k.tindak_lanjut,
    k.penangan,
    1 as jumlah,
    k.terbatas,
    k.baris,
    alamat_baris(t.tautan, k.baris) as tautan
from terbuka as k
left join tab as t on t.instansi = 'kesbangpol' and t.tab = 'kejadian'
where not k.terbatas
union all by name
select
    bilangan(count(*)) || ' kejadian terbatas belum selesai; dihitung, tidak ditampilkan' as uraian,
    count(*) as jumlah,
    true as terbatas
from terbuka
where terbuka.terbatas
having count(*) > 0
order by terbatas, tingkat = 'tinggi' desc, tanggal_kejadian desc nulls last, id_kejadian
