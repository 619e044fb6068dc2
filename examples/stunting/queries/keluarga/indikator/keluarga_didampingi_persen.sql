/* indikator
nama   = "Keluarga didampingi"
urutan = 1
satuan = "persen"
arah   = "naik"
hijau  = 90
kuning = 75
basis  = "P"
dasar  = "Usulan, menunggu persetujuan Sekda: hijau mulai {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya"

[memakai]
"dppkb/keluarga" = { kolom = ["keluarga_berisiko", "keluarga_didampingi"], penentu = ["kecamatan"] }
*/
-- Berapa persen keluarga berisiko stunting yang didampingi bulan ini?
-- Satu baris; hanya kecamatan yang kedua jumlahnya terbaca.
with didampingi as (
    select
        sum(keluarga_didampingi)::bigint as sudah,
        sum(keluarga_berisiko)::bigint as semua,
        arg_max(kecamatan, keluarga_berisiko - keluarga_didampingi) as terbanyak,
        max(keluarga_berisiko - keluarga_didampingi) as di_sana
    from dppkb__keluarga
    where keluarga_didampingi is not null and keluarga_berisiko is not null
)
select
    100.0 * sudah / nullif(semua, 0) as nilai,
    format('{} di {}', bilangan(di_sana), terbanyak) as sebab,
    format('{} dari {}', bilangan(sudah), bilangan(semua)) as landasan,
    if(
        sudah = semua,
        'Semua keluarga berisiko didampingi.',
        format('{} keluarga belum didampingi, {} di antaranya di {}.', bilangan(semua - sudah), bilangan(di_sana), terbanyak)
    ) as kalimat
from didampingi
