-- Dari tab mana tiap pembandingan antarinstansi berasal, sudah dilaporkankah, dan lengkapkah isinya?
-- Satu baris per kode pembandingan dan tab.
with dipakai(kode, instansi, tab, kolom, boleh_kosong) as (
    values
        ('R1', 'bpkpd', 'pencairan', ['nilai_sp2d', 'status'], false),
        ('R1', 'kpu', 'hibah', ['nilai_diterima'], false),
        ('R2', 'bpkpd', 'pencairan', ['nilai_sp2d', 'status'], false),
        ('R2', 'bawaslu', 'hibah', ['nilai_diterima'], false),
        ('R3', 'bpkpd', 'nphd', ['nilai_nphd', 'nilai_addendum'], false),
        ('R3', 'bpkpd', 'pencairan', ['nilai_sp2d', 'status'], false),
        ('R4', 'kpu', 'hibah', ['nilai_diterima', 'belanja_kumulatif'], false),
        ('R4', 'bawaslu', 'hibah', ['nilai_diterima', 'belanja_kumulatif'], false),
        ('R5', 'kpu', 'pemilih_tps', ['jumlah_tps'], false),
        -- Kebutuhan yang belum terbaca ditimbang per barang, di rekonsiliasi_barang.
        ('R6', 'kpu', 'logistik_gudang', [], false),
        ('R6', 'kpu', 'pemilih_tps', ['jumlah_tps', 'dpt_laki_laki', 'dpt_perempuan'], false),
        ('R7', 'bawaslu', 'netralitas_asn', ['hasil', 'tanggal_diteruskan', 'tanggal_rekomendasi', 'rekomendasi'], false),
        -- Kasus tanpa baris tindak lanjut memang belum ditindaklanjuti, juga bila tabnya masih kosong.
        ('R7', 'kesbangpol', 'tindak_lanjut_asn', ['status'], true),
        ('R9', 'bawaslu', 'tps_rawan', ['jumlah_tps_rawan'], false),
        ('R9', 'kpu', 'distribusi', ['tanggal_rencana'], false),
        ('R10', 'kpu', 'sosialisasi', ['status', 'segmen'], false),
        ('R10', 'bawaslu', 'pencegahan', ['status', 'segmen'], false),
        ('R10', 'kesbangpol', 'pendidikan_politik', ['status', 'segmen'], false),
        ('R11', 'kpu', 'pemilih_tps', ['pemilih_disabilitas'], false),
        ('R11', 'bawaslu', 'tps_rawan', ['jumlah_tps_rawan'], false),
        ('R12', 'kesbangpol', 'kejadian', ['tanggal_kejadian', 'kelurahan', 'klasifikasi'], false),
        ('R12', 'bawaslu', 'penanganan', ['tanggal_diketahui', 'kelurahan'], false),
        ('R13', 'kpu', 'pemilih_tps', ['dpt_laki_laki', 'dpt_perempuan'], false)
)
select
    d.kode,
    d.instansi,
    d.tab,
    coalesce(t.status = 'ada', false) as ada,
    coalesce(t.dilaporkan, false) as dilaporkan,
    coalesce(t.nihil, false) as nihil,
    coalesce(t.kelurahan_hilang, 0) > 0
        or not coalesce(t.dilaporkan or (d.boleh_kosong and t.status = 'ada'), false)
        or exists (
            from baris as b
            where b.instansi = d.instansi and b.tab = d.tab
                and (b.kelas = 'ditahan' or (b.kelas = 'terhitung' and not utuh(b.kolom_rusak, d.kolom)))
        ) as kurang
from dipakai as d
left join tab as t using (instansi, tab)
