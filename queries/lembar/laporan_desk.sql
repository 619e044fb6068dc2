-- Laporan bulanan Desk Pilkada mana yang sudah jatuh tempo, dan berapa hari terlambatnya?
-- Satu baris per bulan, dari yang pertama dicatat sampai yang terakhir jatuh tempo. Bulan tanpa baris berarti belum dikirim.
with batas_bulan as (
    select
        awal::date as awal,
        -- Bulan yang lebih pendek (Februari) memakai hari terakhirnya.
        least(awal::date + (aturan_bulat('laporan_desk_tanggal') - 1), last_day(awal::date)) as batas
    from (
        select unnest(range(
            least(
                coalesce((select min(strptime(bulan, '%Y-%m')) from sekretariat__laporan_desk), hari_ini()),
                date_trunc('month', hari_ini()) - interval 1 month
            ),
            date_trunc('month', hari_ini()) + interval 1 day,
            interval 1 month
        )) as awal
    )
)
select
    strftime(b.awal, '%Y-%m') as bulan,
    b.batas,
    b.batas = max(b.batas) over () as terakhir,
    if(sudah(l.tanggal_kirim), l.tanggal_kirim, null) as tanggal_kirim,
    -- Tanpa tabnya, atau dengan tanggal yang belum terbaca, tidak diketahui apakah laporannya sudah dikirim.
    not tab_ada or coalesce(not utuh(l.kolom_rusak, ['tanggal_kirim']), false) as belum_diketahui,
    case
        when belum_diketahui then null
        when l.tanggal_kirim <= hari_ini() then 0
        else hari_ini() - b.batas
    end as terlambat_hari,
    l.baris
from batas_bulan as b
cross join (
    select coalesce(bool_or(status = 'ada'), false) as tab_ada
    from tab
    where instansi = 'sekretariat' and tab = 'laporan_desk'
)
left join sekretariat__laporan_desk as l on l.bulan = strftime(b.awal, '%Y-%m')
-- Laporan berakhir bersama pelantikan, bila harinya sudah dicatat.
where b.batas < hari_ini() and b.batas <= coalesce(mulai_tahap('pelantikan'), b.batas)
