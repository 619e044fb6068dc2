-- Berapa pemilih dan pengguna hak pilih tiap kelurahan, dan berapa suara yang tidak sah?
-- Satu baris per kelurahan daerah ini. Pengguna yang melebihi pemilih beserta cadangan surat suaranya belum diketahui:
-- salah satu angkanya keliru. DPTb dan DPK yang kosong dihitung 0.
with hasil as (
    select
        kelurahan,
        pemilih_dpt,
        if(
            utuh(kolom_rusak, ['pemilih_dpt', 'pemilih_dptb', 'pemilih_dpk']),
            pemilih_dpt + coalesce(pemilih_dptb, 0) + coalesce(pemilih_dpk, 0),
            null
        ) as pemilih,
        pengguna_laki_laki + pengguna_perempuan as pengguna,
        suara_sah,
        suara_tidak_sah,
        pemilih_dpt * aturan('surat_suara_cadangan_persen') / 100 as cadangan,
        baris
    from kpu__partisipasi
),
dibatasi as (
    select *, pemilih + ceil(cadangan)::bigint as paling_banyak, coalesce(pengguna > paling_banyak, false) as berlebih
    from hasil
)
select
    w.kelurahan,
    w.kecamatan,
    w.petak_kolom,
    w.petak_baris,
    w.nama_petak,
    d.pemilih_dpt,
    d.pemilih,
    if(d.berlebih, null, d.pengguna) as pengguna,
    d.pengguna as pengguna_tertulis,
    d.paling_banyak,
    coalesce(d.berlebih, false) as berlebih,
    100.0 * if(d.berlebih, null, d.pengguna) / nullif(d.pemilih, 0) as persen,
    d.suara_sah,
    d.suara_tidak_sah,
    -- Lebih banyak daripada seluruh suara: salah satu angkanya keliru.
    if(d.suara_tidak_sah > d.pengguna, null, d.suara_tidak_sah) as tidak_sah,
    d.baris
from wilayah as w
left join dibatasi as d using (kelurahan)
