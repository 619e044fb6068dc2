-- Berapa TPS dan pemilih tiap kelurahan, dan berapa TPS yang barangnya sudah sampai?
-- Satu baris per kelurahan daerah ini. Kelurahan tanpa baris pada tahap akhir dihitung 0 bila tab distribusi berisi;
-- yang tertulis melebihi seluruhnya belum diketahui: salah satu dari keduanya keliru.
with tps as (
    select kelurahan, jumlah_tps, dpt_laki_laki + dpt_perempuan as dpt, pemilih_disabilitas
    from kpu__pemilih_tps
),
akhir as (
    select
        kelurahan,
        jumlah_tps_diterima,
        c_pemberitahuan_dibagikan,
        tanggal_rencana,
        utuh(kolom_rusak, ['jumlah_tps_diterima']) as diterima_utuh,
        utuh(kolom_rusak, ['c_pemberitahuan_dibagikan']) as pemberitahuan_utuh,
        coalesce(jumlah_tps_diterima > jumlah_tps, false) as tps_berlebih,
        coalesce(c_pemberitahuan_dibagikan > dpt, false) as pemberitahuan_berlebih,
        baris
    from kpu__distribusi
    left join tps using (kelurahan)
    where tahap_distribusi = 'pps_ke_tps'
)
select
    w.kelurahan,
    w.kecamatan,
    tps.jumlah_tps,
    tps.dpt,
    tps.pemilih_disabilitas,
    case
        when not exists (from kpu__distribusi) then null
        when akhir.kelurahan is null then 0
        when diterima_utuh and not tps_berlebih then jumlah_tps_diterima
    end as tps_diterima,
    case
        when not exists (from kpu__distribusi) then null
        when akhir.kelurahan is null then 0
        when pemberitahuan_utuh and not pemberitahuan_berlebih then coalesce(akhir.c_pemberitahuan_dibagikan, 0)
    end as c_pemberitahuan_dibagikan,
    coalesce(tps_berlebih, false) as tps_berlebih,
    coalesce(pemberitahuan_berlebih, false) as pemberitahuan_berlebih,
    akhir.tanggal_rencana as rencana_ke_tps,
    akhir.baris
from wilayah as w
left join tps using (kelurahan)
left join akhir using (kelurahan)
