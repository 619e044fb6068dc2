-- Di sepuluh kelurahan mana partisipasi paling rendah?
-- Satu baris per kelurahan yang diketahui, yang paling rendah lebih dulu.
select
    kelurahan as label,
    persen as nilai,
    persen(persen) as teks,
    format('Kec. {}, {} dari {}', kecamatan, bilangan(pengguna), bilangan(pemilih)) as rincian,
    format('{} dari {}', bilangan(pengguna), bilangan(pemilih)) as rincian_pendek
from partisipasi_kelurahan
where persen is not null
order by persen, kelurahan
limit 10
