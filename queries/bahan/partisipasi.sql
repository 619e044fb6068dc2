-- Berapa pemilih dan pengguna hak pilih tiap kelurahan pada pemilihan wali kota, dan berapa suara yang tidak sah?
-- Satu baris per kelurahan, sejak partisipasi mulai dinilai; yang paling rendah lebih dulu, yang belum diketahui di akhir.
select kelurahan, kecamatan, pemilih, pengguna, persen, suara_sah::bigint as suara_sah, tidak_sah::bigint as tidak_sah
from partisipasi_kelurahan
where hari_ini() >= (select mulai from ambang where kode = 'partisipasi_persen')
order by persen nulls last, kelurahan
