/* indikator
nama   = "C.Pemberitahuan sampai"
urutan = 4
sampai = "H"
satuan = "persen"
arah   = "naik"
hijau  = 98
kuning = 90
basis  = "P"
dasar  = "C.Pemberitahuan sampai ke pemilih paling lambat H-3 menurut jadwal tahapan. Dinilai sesudah hari itu: hijau mulai {hijau} persen, selain itu kuning. Sejak hari pemungutan kuning mulai {kuning} persen, merah di bawahnya (usulan, menunggu persetujuan Sekda)"
bicara = 1

[memakai]
"kpu/pemilih_tps" = { kolom = ["dpt_laki_laki", "dpt_perempuan"], penentu = ["kelurahan"] }
"kpu/distribusi" = { kolom = ["c_pemberitahuan_dibagikan"], penentu = ["kelurahan", "tahap_distribusi"], hanya = "tahap_distribusi = 'pps_ke_tps'" }
*/
-- Berapa persen C.Pemberitahuan yang sudah sampai ke pemilih?
-- Satu baris; hanya kelurahan yang DPT dan jumlah yang dibagikannya sama-sama terbaca.
with pemberitahuan as (
    select
        100.0 * sum(c_pemberitahuan_dibagikan) / nullif(sum(dpt), 0) as persen,
        (sum(dpt) - sum(c_pemberitahuan_dibagikan))::bigint as belum,
        sum(c_pemberitahuan_dibagikan)::bigint as sudah,
        sum(dpt)::bigint as semua,
        (select bool_or(pemberitahuan_berlebih) from kelurahan_tps) as berlebih,
        status_indikator('c_pemberitahuan_persen', persen) as menurut_ambang
    from kelurahan_tps
    where c_pemberitahuan_dibagikan is not null and dpt is not null
)
select
    persen as nilai,
    -- Sampai hari pemungutan yang belum sampai masih dapat disampaikan: paling buruk kuning.
    if(menurut_ambang = 'merah' and hari_ini() < hari_pemungutan(), 'kuning', menurut_ambang) as status,
    berlebih as kurang_lengkap,
    hari_ini() <= akhir_tahap('c_pemberitahuan_sampai') as belum_waktunya,
    bilangan(belum) || ' lembar belum' as sebab,
    format('{} dari {}', bilangan(sudah), bilangan(semua)) as landasan,
    case
        when hari_ini() <= akhir_tahap('c_pemberitahuan_sampai')
            then format('Dinilai mulai {}.', tgl(akhir_tahap('c_pemberitahuan_sampai') + 1))
        when belum <= 0 then 'Semua C.Pemberitahuan sudah dibagikan.'
        else format('{} C.Pemberitahuan sudah dibagikan; {} lembar belum.', persen(persen), bilangan(belum))
    end as kalimat
from pemberitahuan
