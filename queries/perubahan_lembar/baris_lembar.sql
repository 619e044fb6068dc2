-- Apa yang terbaca dan tertulis di tiap baris lembar, semua tab dalam satu bentuk?
-- Satu baris per baris data: isi = nilai terbaca tiap kolom (kosong bila tertahan), tulisan = selnya seperti tertulis.
with terbaca as (
    select 'kpu' as instansi, 'pemilih_tps' as tab, baris, kolom_rusak, to_json(t) as isi from kpu__pemilih_tps as t
    union all select 'kpu' as instansi, 'logistik_gudang' as tab, baris, kolom_rusak, to_json(t) as isi from kpu__logistik_gudang as t
    union all select 'kpu' as instansi, 'distribusi' as tab, baris, kolom_rusak, to_json(t) as isi from kpu__distribusi as t
    union all select 'kpu' as instansi, 'sosialisasi' as tab, baris, kolom_rusak, to_json(t) as isi from kpu__sosialisasi as t
    union all select 'kpu' as instansi, 'hibah' as tab, baris, kolom_rusak, to_json(t) as isi from kpu__hibah as t
    union all select 'bawaslu' as instansi, 'tps_rawan' as tab, baris, kolom_rusak, to_json(t) as isi from bawaslu__tps_rawan as t
    union all select 'bawaslu' as instansi, 'penanganan' as tab, baris, kolom_rusak, to_json(t) as isi from bawaslu__penanganan as t
    union all select 'bawaslu' as instansi, 'netralitas_asn' as tab, baris, kolom_rusak, to_json(t) as isi from bawaslu__netralitas_asn as t
    union all select 'bawaslu' as instansi, 'pencegahan' as tab, baris, kolom_rusak, to_json(t) as isi from bawaslu__pencegahan as t
    union all select 'bawaslu' as instansi, 'hibah' as tab, baris, kolom_rusak, to_json(t) as isi from bawaslu__hibah as t
    union all select 'kesbangpol' as instansi, 'kejadian' as tab, baris, kolom_rusak, to_json(t) as isi from kesbangpol__kejadian as t
    union all select 'kesbangpol' as instansi, 'potensi_konflik' as tab, baris, kolom_rusak, to_json(t) as isi from kesbangpol__potensi_konflik as t
    union all select 'kesbangpol' as instansi, 'pendidikan_politik' as tab, baris, kolom_rusak, to_json(t) as isi from kesbangpol__pendidikan_politik as t
    union all select 'kesbangpol' as instansi, 'tindak_lanjut_asn' as tab, baris, kolom_rusak, to_json(t) as isi from kesbangpol__tindak_lanjut_asn as t
    union all select 'kesbangpol' as instansi, 'pakta_integritas' as tab, baris, kolom_rusak, to_json(t) as isi from kesbangpol__pakta_integritas as t
    union all select 'bpkpd' as instansi, 'nphd' as tab, baris, kolom_rusak, to_json(t) as isi from bpkpd__nphd as t
    union all select 'bpkpd' as instansi, 'pencairan' as tab, baris, kolom_rusak, to_json(t) as isi from bpkpd__pencairan as t
    union all select 'bpkpd' as instansi, 'dukungan_sarpras' as tab, baris, kolom_rusak, to_json(t) as isi from bpkpd__dukungan_sarpras as t
    union all select 'sekretariat' as instansi, 'tindak_lanjut' as tab, baris, kolom_rusak, to_json(t) as isi from sekretariat__tindak_lanjut as t
    union all select 'sekretariat' as instansi, 'laporan_desk' as tab, baris, kolom_rusak, to_json(t) as isi from sekretariat__laporan_desk as t
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
