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
    coalesce(not utuh(l.kolom_rusak, ['tanggal_kirim']), false) as belum_terbaca,
    case
        when belum_terbaca then null
        when l.tanggal_kirim <= hari_ini() then 0
        else hari_ini() - b.batas
    end as terlambat_hari,
    l.baris
from batas_bulan as b
left join sekretariat__laporan_desk as l on l.bulan = strftime(b.awal, '%Y-%m')
where b.batas < hari_ini()
