/* indikator
nama   = "Bantuan pangan tersalur"
urutan = 1
satuan = "persen"
arah   = "naik"
hijau  = 90
kuning = 80
basis  = "P"
dasar  = "Usulan, menunggu persetujuan Sekda: hijau mulai {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya"

[memakai]
"dinsos/bantuan" = { kolom = ["sasaran_penerima", "sudah_menerima"], penentu = ["kecamatan"] }
*/
-- Berapa persen bantuan pangan yang sudah sampai di keluarga penerimanya?
-- Satu baris; hanya kecamatan yang kedua jumlahnya terbaca.
with tersalur as (
    select
        sum(sudah_menerima)::bigint as sudah,
        sum(sasaran_penerima)::bigint as semua,
        arg_max(kecamatan, belum_menerima) as terbanyak,
        max(belum_menerima) as di_sana
    from bantuan
    where belum_menerima is not null
)
select
    100.0 * sudah / nullif(semua, 0) as nilai,
    format('{} di {}', bilangan(di_sana), terbanyak) as sebab,
    format('{} dari {}', bilangan(sudah), bilangan(semua)) as landasan,
    if(
        sudah = semua,
        'Semua keluarga sasaran sudah menerima bantuan pangan.',
        format('{} keluarga belum menerima bantuan pangan, terbanyak di {}.', bilangan(semua - sudah), terbanyak)
    ) as kalimat
from tersalur
