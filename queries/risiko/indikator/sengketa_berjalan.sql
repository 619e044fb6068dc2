/* indikator
nama   = "Sengketa berjalan"
urutan = 6
satuan = "perkara"
arah   = "turun"
hijau  = 0
kuning = inf
basis  = "P"
dasar  = "Perkara yang belum diputus dan tidak dicabut. Hijau {hijau}, kuning mulai {hijau+1}; tidak ada merah (usulan, menunggu persetujuan Sekda)"
mulai  = "H+1"

[memakai]
"bawaslu/sengketa" = { kolom = ["tahap"], penentu = ["nomor_perkara"] }
*/
-- Berapa sengketa pemilihan yang masih berjalan?
-- Satu baris.
with perkara as (
    select lembaga, baris, tahap not in ('putusan', 'dicabut') as berjalan
    from sengketa
),
per_lembaga as (
    select coalesce(lembaga, 'lembaga lain') as lembaga, count(*) as jumlah
    from perkara
    where berjalan
    group by all
),
terhitung as (
    select count(*) as semua, count(*) filter (where berjalan) as berjalan
    from perkara
)
select
    berjalan as nilai,
    di as sebab,
    if(semua > 0, format('dari {} perkara', bilangan(semua)), null) as landasan,
    if(berjalan = 0, 'Tidak ada sengketa yang masih berjalan.', format('{} sengketa masih berjalan: {}.', kapital(terbilang(berjalan)), di)) as kalimat
from terhitung, (select daftar(list(format('{} di {}', terbilang(jumlah), lembaga) order by jumlah desc, lembaga)) as di from per_lembaga)
