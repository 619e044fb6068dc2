/* indikator
nama   = "Suara tidak sah"
urutan = 7
satuan = "persen"
arah   = "turun"
hijau  = 3
kuning = 6
basis  = "P"
dasar  = "Suara tidak sah dibagi pengguna hak pilih. Hijau sampai {hijau} persen, kuning sampai {kuning} persen, merah di atasnya (usulan, menunggu persetujuan Sekda)"
mulai  = "H+1"

[memakai]
"kpu/partisipasi" = { kolom = ["pengguna_laki_laki", "pengguna_perempuan", "suara_tidak_sah"], penentu = ["kelurahan"] }
*/
-- Berapa persen suara yang tidak sah?
-- Satu baris; hanya kelurahan yang pengguna hak pilih dan suara tidak sahnya sama-sama terbaca.
with suara as (
    select
        100.0 * sum(suara_tidak_sah) filter (where pengguna is not null)
            / nullif(sum(pengguna) filter (where suara_tidak_sah is not null), 0) as persen,
        (sum(suara_tidak_sah) filter (where pengguna is not null))::bigint as tidak_sah,
        (sum(pengguna) filter (where suara_tidak_sah is not null))::bigint as pengguna,
        count(pengguna + suara_tidak_sah) as dihitung,
        count(*) as semua
    from partisipasi_kelurahan
)
select
    persen as nilai,
    dihitung < semua as kurang_lengkap,
    bilangan(tidak_sah) || ' suara' as sebab,
    if(
        dihitung < semua,
        format('{} dari {} kelurahan', bilangan(dihitung), bilangan(semua)),
        format('{} dari {} suara', bilangan(tidak_sah), bilangan(pengguna))
    ) as landasan,
    if(tidak_sah = 0, 'Tidak ada suara tidak sah', format('{} suara tidak sah', persen(persen)))
        || if(dihitung < semua, format(' di {} dari {} kelurahan', bilangan(dihitung), bilangan(semua)), '')
        || if(tidak_sah > 0 and dihitung = semua, format(', {} dari {} suara', bilangan(tidak_sah), bilangan(pengguna)), '')
        || '.' as kalimat
from suara
