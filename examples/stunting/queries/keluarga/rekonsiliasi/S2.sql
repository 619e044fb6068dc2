/* rekonsiliasi
judul  = "Keluarga berisiko"
kiri   = "DPPKB: keluarga berisiko"
kanan  = "Dinsos: keluarga di daftar bantuan"
satuan = "keluarga"

[memakai]
"dppkb/keluarga" = ["kecamatan", "keluarga_berisiko"]
"dinsos/bantuan" = ["kecamatan", "keluarga_terdaftar"]
*/
-- Apakah semua keluarga berisiko ada di daftar penerima bantuan?
-- Satu baris per kecamatan yang dilaporkan salah satunya.
select
    'Kecamatan ' || kecamatan as kunci,
    k.keluarga_berisiko as nilai_kiri,
    b.keluarga_terdaftar as nilai_kanan,
    case
        when k.keluarga_berisiko is null then format('Keluarga berisiko {} belum dilaporkan DPPKB.', kecamatan)
        when b.keluarga_terdaftar is null then format('Daftar penerima {} belum dilaporkan Dinsos.', kecamatan)
        when k.keluarga_berisiko = b.keluarga_terdaftar
            then format('DPPKB dan Dinsos sama-sama mencatat {} keluarga di {}.', bilangan(k.keluarga_berisiko), kecamatan)
        else format(
            'Di {} DPPKB mencatat {} keluarga, daftar Dinsos {}; selisih {}.',
            kecamatan, bilangan(k.keluarga_berisiko), bilangan(b.keluarga_terdaftar),
            bilangan(abs(k.keluarga_berisiko - b.keluarga_terdaftar))
        )
    end as kalimat
from dppkb__keluarga as k
full join bantuan as b using (kecamatan)
