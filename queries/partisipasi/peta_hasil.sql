-- Berapa partisipasi tiap kelurahan, dan mana yang di bawah sasaran?
-- Satu baris per kelurahan, sejak partisipasi mulai dinilai; sebelumnya tanpa baris. Tingkat 2 (paling menonjol) merah, 1 kuning, 0 hijau.
with ambang_partisipasi as (
    select hijau, kuning, mulai
    from ambang
    where kode = 'partisipasi_persen'
)
select
    k.kelurahan,
    k.kecamatan,
    k.petak_kolom,
    k.petak_baris,
    k.nama_petak,
    case status_indikator('partisipasi_persen', k.persen) when 'merah' then 2 when 'kuning' then 1 when 'hijau' then 0 end as tingkat,
    if(k.persen is null, null, 1) as jumlah,
    -- Dibulatkan ke bawah, supaya yang belum mencapai batas tidak tertulis seakan mencapainya.
    bilangan(floor(k.persen)::bigint) as label,
    b.hijau as sasaran,
    format('{}: {}', d.partisipasi_sebelumnya_tahun, persen(d.partisipasi_sebelumnya_persen)) || if(sebagian_kota(), ' se-Kota', '') as dulu,
    format('di bawah {}', persen(b.kuning)) as arti_rendah,
    format('{} sampai di bawah {}', persen(b.kuning), persen(b.hijau)) as arti_sedang,
    format('{} atau lebih', persen(b.hijau)) as arti_tinggi,
    case
        when k.persen is not null then format('{}, {} dari {} pemilih', persen(k.persen), bilangan(k.pengguna), bilangan(k.pemilih))
        when k.berlebih then 'pengguna hak pilih melebihi surat suara'
        else belum_dilaporkan()
    end as keterangan
from partisipasi_kelurahan as k, ambang_partisipasi as b, daerah as d
where hari_ini() >= b.mulai
order by k.petak_baris, k.petak_kolom
