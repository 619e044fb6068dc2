/* rekonsiliasi
judul  = "Jumlah DPT"
kiri   = "KPU: DPT semua kelurahan"
kanan  = "Acuan daerah"
satuan = "pemilih"

[memakai]
"kpu/pemilih_tps" = ["dpt_laki_laki", "dpt_perempuan"]
*/
-- Samakah DPT menurut KPU dengan acuan daerah?
-- Satu baris.
with sekota as (
    select (select sum(dpt)::bigint from kelurahan_tps) as dpt, dpt_acuan, 'Acuan ' || nama as acuan from daerah
)
select
    'DPT' as kunci,
    dpt as nilai_kiri,
    acuan as kanan,
    dpt_acuan as nilai_kanan,
    case
        when dpt is null then format('DPT per kelurahan dari KPU belum dilaporkan; acuannya {} pemilih.', bilangan(dpt_acuan))
        when dpt = dpt_acuan then format('KPU mencatat DPT {} pemilih, sama dengan acuan.', bilangan(dpt))
        else format(
            'KPU mencatat DPT {} pemilih, acuannya {}; selisih {} pemilih.',
            bilangan(dpt), bilangan(dpt_acuan), bilangan(abs(dpt - dpt_acuan))
        )
    end as kalimat
from sekota
