-- Apa yang terbaca dan tertulis di tiap baris lembar, semua tab dalam satu bentuk?
-- Satu baris per baris data: isi = nilai terbaca tiap kolom (kosong bila tertahan), tulisan = selnya seperti tertulis.
with terbaca as (
    select 'kpu' as instansi, 'pemilih_tps' as tab, baris, kolom_rusak, to_json(t) as isi from kpu__pemilih_tps as t
    union all select 'kpu', 'logistik_gudang', baris, kolom_rusak, to_json(t) from kpu__logistik_gudang as t
    union all select 'kpu', 'distribusi', baris, kolom_rusak, to_json(t) from kpu__distribusi as t
    union all select 'kpu', 'sosialisasi', baris, kolom_rusak, to_json(t) from kpu__sosialisasi as t
    union all select 'kpu', 'hibah', baris, kolom_rusak, to_json(t) from kpu__hibah as t
    union all select 'bawaslu', 'tps_rawan', baris, kolom_rusak, to_json(t) from bawaslu__tps_rawan as t
    union all select 'bawaslu', 'penanganan', baris, kolom_rusak, to_json(t) from bawaslu__penanganan as t
    union all select 'bawaslu', 'netralitas_asn', baris, kolom_rusak, to_json(t) from bawaslu__netralitas_asn as t
    union all select 'bawaslu', 'pencegahan', baris, kolom_rusak, to_json(t) from bawaslu__pencegahan as t
    union all select 'bawaslu', 'hibah', baris, kolom_rusak, to_json(t) from bawaslu__hibah as t
    union all select 'kesbangpol', 'kejadian', baris, kolom_rusak, to_json(t) from kesbangpol__kejadian as t
    union all select 'kesbangpol', 'potensi_konflik', baris, kolom_rusak, to_json(t) from kesbangpol__potensi_konflik as t
    union all select 'kesbangpol', 'pendidikan_politik', baris, kolom_rusak, to_json(t) from kesbangpol__pendidikan_politik as t
    union all select 'kesbangpol', 'tindak_lanjut_asn', baris, kolom_rusak, to_json(t) from kesbangpol__tindak_lanjut_asn as t
    union all select 'kesbangpol', 'pakta_integritas', baris, kolom_rusak, to_json(t) from kesbangpol__pakta_integritas as t
    union all select 'bpkpd', 'nphd', baris, kolom_rusak, to_json(t) from bpkpd__nphd as t
    union all select 'bpkpd', 'pencairan', baris, kolom_rusak, to_json(t) from bpkpd__pencairan as t
    union all select 'bpkpd', 'dukungan_sarpras', baris, kolom_rusak, to_json(t) from bpkpd__dukungan_sarpras as t
    union all select 'sekretariat', 'tindak_lanjut', baris, kolom_rusak, to_json(t) from sekretariat__tindak_lanjut as t
    union all select 'sekretariat', 'laporan_desk', baris, kolom_rusak, to_json(t) from sekretariat__laporan_desk as t
),
tertulis as (
    select instansi, tab, baris, json_group_object(kolom, tertulis) as tulisan
    from sel
    where tab is not null and kolom is not null
    group by instansi, tab, baris
)
select b.instansi, b.tab, b.baris, b.kelas, b.alasan, b.kolom_rusak, t.isi, s.tulisan
from baris as b
left join terbaca as t using (instansi, tab, baris)
left join tertulis as s using (instansi, tab, baris)
where b.kelas <> 'tata_letak'
