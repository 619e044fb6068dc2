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
"bawaslu/sengketa" = [
    { kolom = ["tahap"], penentu = ["nomor_perkara"] },
    { kolom = ["tanggal_putusan"], hanya = "tahap = 'putusan'" },
]
*/
-- Berapa sengketa pemilihan yang masih berjalan?
-- Satu baris.
with per_lembaga as (
    select coalesce(lembaga, 'lembaga lain') as lembaga, count(*) as jumlah
    from sengketa
    where berjalan
    group by all
),
terhitung as (
    select count(*) as semua, count(*) filter (where berjalan) as berjalan, bool_or(belum_pasti) as belum_pasti
    from sengketa
)
select
    berjalan as nilai,
    belum_pasti as kurang_lengkap,
    di as sebab,
    if(semua > 0, format('dari {} perkara', bilangan(semua)), null) as landasan,
    if(berjalan = 0, 'Tidak ada sengketa yang masih berjalan.', format('{} sengketa masih berjalan: {}.', kapital(terbilang(berjalan)), di)) as kalimat
from terhitung, (select daftar(list(format('{} di {}', terbilang(jumlah), lembaga) order by jumlah desc, lembaga)) as di from per_lembaga)
