/* indikator
nama   = "Kelurahan tanpa FKDM"
urutan = 4
satuan = "persen"
arah   = "turun"
hijau  = 0
kuning = 10
basis  = "P"
dasar  = "Dari kelurahan yang dilaporkan. Hijau {hijau} persen, kuning sampai {kuning} persen, merah di atasnya (usulan, menunggu persetujuan Sekda)"
bicara = 5

[memakai]
"kesbangpol/potensi_konflik" = { kolom = ["fkdm_aktif"], penentu = ["kelurahan"] }
*/
-- Berapa persen kelurahan yang dilaporkan belum mempunyai FKDM yang aktif?
-- Satu baris.
with fkdm as (
    select
        count(fkdm_aktif) as terbaca,
        count(*) filter (where not fkdm_aktif) as tanpa,
        list(kelurahan order by kelurahan) filter (where not fkdm_aktif) as nama
    from potensi
)
select
    100.0 * tanpa / nullif(terbaca, 0) as nilai,
    bilangan(tanpa) || ' kelurahan belum' as sebab,
    format('{} dari {} aktif', bilangan(terbaca - tanpa), bilangan(terbaca)) as landasan,
    case
        when tanpa = 0 then 'FKDM aktif di semua kelurahan yang dilaporkan'
        when tanpa <= 2 then 'FKDM belum aktif di ' || daftar(nama)
        else format('FKDM belum aktif di {} dari {} kelurahan', bilangan(tanpa), bilangan(terbaca))
    end || '.' as kalimat
from fkdm
