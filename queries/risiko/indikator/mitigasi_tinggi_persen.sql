/* indikator
nama   = "Mitigasi TPS rawan"
urutan = 4
satuan = "persen"
arah   = "naik"
hijau  = 100
kuning = 80
basis  = "P"
dasar  = "Kerawanan tinggi yang mitigasinya selesai. Hijau {hijau} persen, kuning mulai {kuning} persen, merah di bawahnya (usulan, menunggu persetujuan Sekda)"
bicara = 3
sampai = "H"

[memakai]
"bawaslu/tps_rawan" = { kolom = ["tingkat", "status_mitigasi"], penentu = ["kelurahan", "kode_indikator"] }
*/
-- Berapa persen kerawanan TPS tingkat tinggi yang mitigasinya selesai?
-- Satu baris; sebelum survei berakhir belum dinilai selama belum ada barisnya.
with mitigasi as (
    select
        (select count(*) from tps_rawan) as baris_rawan,
        count(tps_rawan.baris) as terbaca,
        count(*) filter (where tingkat = 'tinggi') as tinggi,
        count(*) filter (where tingkat = 'tinggi' and status_mitigasi = 'selesai') as beres,
        any_value(nihil) as nihil_saja,
        akhir_tahap('survei_tps_rawan') + 1 as dinilai
    from (select coalesce(bool_or(nihil), false) as nihil from tab where instansi = 'bawaslu' and tab = 'tps_rawan')
    left join tps_rawan on utuh(kolom_rusak, ['tingkat', 'status_mitigasi'])
)
select
    case when tinggi > 0 then 100.0 * beres / tinggi when terbaca > 0 or nihil_saja then 100.0 end as nilai,
    hari_ini() < dinilai and baris_rawan = 0 as belum_waktunya,
    bilangan(tinggi - beres) || ' belum selesai' as sebab,
    if(tinggi > 0, format('{} dari {} rawan tinggi', bilangan(beres), bilangan(tinggi)), null) as landasan,
    case
        when hari_ini() < dinilai and baris_rawan = 0 then format('Dinilai mulai {}.', tgl(dinilai))
        when tinggi = 0 then 'Tidak ada TPS rawan tingkat tinggi.'
        when beres = tinggi then 'Mitigasi semua kerawanan tingkat tinggi sudah selesai.'
        else format('Mitigasi {} dari {} kerawanan tingkat tinggi belum selesai.', terbilang(tinggi - beres), terbilang(tinggi))
    end as kalimat
from mitigasi
