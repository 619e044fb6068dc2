/* indikator
nama   = "Partisipasi"
urutan = 6
satuan = "persen"
arah   = "naik"
hijau  = "{target_partisipasi_persen}"
kuning = "{target_partisipasi_persen-5}"
basis  = "P"
dasar  = "Pengguna hak pilih dibagi DPT + DPTb + DPK; pembagi lain memberi angka lain. Hijau mulai target daerah, {hijau} persen; kuning mulai {kuning} persen, merah di bawahnya (usulan, menunggu persetujuan Sekda)"
bicara = 1
mulai  = "H+1"

[memakai]
"kpu/partisipasi" = { kolom = ["pemilih_dpt", "pemilih_dptb", "pemilih_dpk", "pengguna_laki_laki", "pengguna_perempuan"], penentu = ["kelurahan"] }
*/
-- Berapa persen pemilih yang menggunakan hak pilihnya?
-- Satu baris; hanya kelurahan yang pemilih dan pengguna hak pilihnya sama-sama terbaca.
with pemungutan as (
    select
        100.0 * sum(pengguna) filter (where pemilih is not null) / nullif(sum(pemilih) filter (where pengguna is not null), 0) as persen,
        (sum(pengguna) filter (where pemilih is not null))::bigint as pengguna,
        (sum(pemilih) filter (where pengguna is not null))::bigint as pemilih,
        count(pengguna + pemilih) as dihitung,
        count(*) as semua
    from partisipasi_kelurahan
)
select
    persen as nilai,
    dihitung < semua as kurang_lengkap,
    format('sasaran {} persen', batas_hijau('partisipasi_persen')) as sebab,
    if(
        dihitung < semua,
        format('{} dari {} kelurahan', bilangan(dihitung), bilangan(semua)),
        format('{} dari {} pemilih', bilangan(pengguna), bilangan(pemilih))
    ) as landasan,
    format('Partisipasi {}', persen(persen))
        || if(dihitung < semua, format(' di {} dari {} kelurahan', bilangan(dihitung), bilangan(semua)), '')
        || if(
            status_indikator('partisipasi_persen', persen) <> 'hijau',
            format('; sasarannya {} persen', batas_hijau('partisipasi_persen')),
            ''
        ) || '.' as kalimat
from pemungutan
