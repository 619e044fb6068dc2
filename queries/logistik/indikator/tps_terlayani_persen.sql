/* indikator
nama   = "TPS terlayani"
urutan = 1
sampai = "H"
satuan = "persen"
arah   = "naik"
hijau  = 100
kuning = 0
basis  = "R"
dasar  = "Pasal 78 ayat (2) UU 1/2015 jo. UU 6/2020: barang diterima KPPS paling lambat H-{batas_barang_h}. Hijau {hijau} persen. Mulai H-{mulai_dinilai_h} dinilai menurut rencana KPU tiap kelurahan: merah bila direncanakan sesudah H-{batas_barang_h}, kuning bila rencananya sudah lewat, dan pada H-{batas_barang_h}; selain itu belum waktunya. Merah sejak hari pemungutan (usulan, menunggu persetujuan Sekda)"

[memakai]
"kpu/pemilih_tps" = { kolom = ["jumlah_tps"], penentu = ["kelurahan"] }
"kpu/distribusi" = { kolom = ["jumlah_tps_diterima"], penentu = ["kelurahan", "tahap_distribusi", "tanggal_rencana", "tanggal_realisasi"], hanya = "tahap_distribusi = 'pps_ke_tps'" }
*/
-- Berapa persen TPS yang barangnya sudah diterima?
-- Satu baris; hanya kelurahan yang jumlah TPS dan barang diterimanya sama-sama terbaca.
with tps as (
    select
        100.0 * sum(tps_diterima) / nullif(sum(jumlah_tps), 0) as persen,
        sum(belum)::bigint as belum,
        sum(tps_diterima) as sudah,
        sum(jumlah_tps) as semua,
        coalesce(sum(belum) filter (where rencana_terlalu_lambat(rencana_ke_tps)), 0)::bigint as terlalu_lambat,
        coalesce(sum(belum) filter (where lewat_rencana(rencana_ke_tps)), 0)::bigint as lewat,
        min(rencana_dinilai(rencana_ke_tps)) filter (where belum > 0) as rencana_awal,
        max(rencana_dinilai(rencana_ke_tps)) filter (where belum > 0) as rencana_akhir,
        (select bool_or(tps_berlebih) from kelurahan_tps) as berlebih,
        count(*) = (select count(*) from kelurahan_tps) as semua_diketahui,
        status_indikator('tps_terlayani_persen', persen) as menurut_ambang
    from (
        select *, jumlah_tps - tps_diterima as belum
        from kelurahan_tps
        where tps_diterima is not null and jumlah_tps is not null
    )
),
dinilai as (
    select
        *,
        -- Yang sudah beres tidak menunggu hari penilaian; yang belum beres menunggu rencananya sendiri.
        case
            when belum_dinilai() then not coalesce(menurut_ambang = 'hijau' and semua_diketahui, false)
            else coalesce(menurut_ambang <> 'hijau' and not lewat_batas_barang() and terlalu_lambat = 0 and lewat = 0, false)
        end as menunggu
    from tps
)
select
    persen as nilai,
    status_bersyarat('tps_terlayani_persen', persen, terlalu_lambat > 0 or hari_ini() >= hari_pemungutan()) as status,
    berlebih as kurang_lengkap,
    menunggu as belum_waktunya,
    case
        when terlalu_lambat > 0 then bilangan(terlalu_lambat) || ' TPS direncanakan lewat batas'
        when lewat > 0 and not lewat_batas_barang() then bilangan(lewat) || ' TPS lewat rencana'
        else bilangan(belum) || ' TPS belum'
    end as sebab,
    format('{} dari {} TPS', bilangan(sudah), bilangan(semua)) as landasan,
    case
        when menunggu and belum_dinilai() then nanti_dinilai()
        when persen >= 100 then 'Barang sudah sampai di semua TPS.'
        when menunggu then format(
            'Dinilai mulai {}; barang untuk {} TPS direncanakan tiba {}.',
            tgl(least(rencana_awal + 1, hari_h(aturan('batas_barang_h')))), bilangan(belum),
            rentang_tanggal(rencana_awal, rencana_akhir)
        )
        when terlalu_lambat > 0 then format('Barang untuk {} TPS direncanakan tiba sesudah batasnya, ', bilangan(terlalu_lambat))
            || format('H-{}, {}.', aturan_bulat('batas_barang_h'), tgl_lisan(hari_h(aturan('batas_barang_h'))))
        else format('Barang belum sampai di {} TPS', bilangan(if(lewat_batas_barang(), belum, lewat)))
            || if(lewat_batas_barang(), '', ' yang rencananya sudah lewat')
            || format('; batasnya H-{}, {}.', aturan_bulat('batas_barang_h'), tgl_lisan(hari_h(aturan('batas_barang_h'))))
    end as kalimat
from dinilai
