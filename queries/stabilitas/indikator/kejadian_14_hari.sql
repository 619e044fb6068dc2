/* indikator
nama   = "Kejadian {hari_kejadian} hari"
urutan = 1
satuan = "kejadian"
arah   = "turun"
hijau  = 3
kuning = 7
surut  = true
basis  = "P"
dasar  = "Hijau paling banyak {hijau}, kuning {hijau+1} sampai {kuning}, merah mulai {kuning+1} (usulan, menunggu persetujuan Sekda)"
bicara = 3

[memakai]
"kesbangpol/kejadian" = { kolom = ["tanggal_kejadian"], penentu = ["id_kejadian"] }
*/
-- Berapa kejadian yang tercatat akhir-akhir ini?
-- Satu baris. Yang terbatas ikut dihitung, tempatnya tidak pernah disebut.
with terakhir as (
    select
        count(*) as jumlah,
        count(*) filter (where tingkat = 'tinggi') as tinggi,
        format('dalam {} hari terakhir', bilangan(aturan_bulat('hari_kejadian'))) as jendela
    from kejadian
    where dalam_hari_terakhir(tanggal_kejadian, aturan('hari_kejadian'))
)
select
    jumlah as nilai,
    if(tinggi > 0, bilangan(tinggi) || ' tingkat tinggi', 'lebih dari ' || batas_hijau('kejadian_14_hari')) as sebab,
    jendela as landasan,
    -- Lembar yang berhenti sebelum jendela ini tidak tahu apa yang terjadi di dalamnya.
    (select max(tanggal_data) from tab where instansi = 'kesbangpol' and tab = 'kejadian')
        < hari_ini() - aturan_bulat('hari_kejadian') as kurang_lengkap,
    format('{} kejadian {}', if(jumlah = 0, 'Tidak ada', kapital(terbilang(jumlah))), jendela)
        || if(tinggi > 0, format(', {} tingkat tinggi.', terbilang(tinggi)), '.') as kalimat
from terakhir
