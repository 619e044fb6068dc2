-- Kejadian, penanganan, atau kegiatan mana yang sama dengan yang lain kecuali kode atau namanya: dua, atau satu tertulis dua kali?
-- Satu baris per baris lembar yang mengulang baris sebelumnya.
with kegiatan_tertulis as (
    select 'kpu' as instansi, 'sosialisasi' as tab, * from kpu__sosialisasi
    union all by name
    select 'bawaslu' as instansi, 'pencegahan' as tab, * from bawaslu__pencegahan
    union all by name
    select 'kesbangpol' as instansi, 'pendidikan_politik' as tab, * from kesbangpol__pendidikan_politik
),
kejadian_tertulis as (
    select
        'kesbangpol' as instansi,
        'kejadian' as tab,
        baris,
        'id_kejadian' as kolom,
        'tanggal, tempat, pokok, dan tindak lanjut' as sebut,
        [
            tanggal_kejadian::varchar, kecamatan, coalesce(kelurahan, ''), jenis_isu, array_to_string(aktor, ';'), tingkat,
            rapi(tindak_lanjut)
        ] as isi
    from kesbangpol__kejadian
    union all
    select
        'bawaslu', 'penanganan', baris, 'id_penanganan', 'sumber, tanggal, tempat, dan pokok',
        [
            sumber, tanggal_diketahui::varchar, tanggal_diterima::varchar, kecamatan, coalesce(kelurahan, ''), pokok_dugaan,
            coalesce(rapi(nomor_register), '')
        ]
    from bawaslu__penanganan
    union all
    select
        instansi, tab, baris, 'nama_kegiatan', 'tanggal, tempat, bentuk, segmen, peserta, dan anggaran',
        [tanggal::varchar, kelurahan, bentuk, segmen, jumlah_peserta::varchar, anggaran::varchar]
    from kegiatan_tertulis
    where jumlah_peserta > 0
),
berurut as (
    select *, min(baris) over (partition by instansi, tab, isi) as pertama
    from kejadian_tertulis
    where len(list_filter(isi, lambda satu: satu is null)) = 0
)
select
    instansi,
    tab,
    baris,
    kolom,
    'Baris ini menyebut ' || sebut || ' yang sama dengan baris ' || bilangan(nomor_baris(pertama)) || ', hanya kode atau namanya berbeda.' as alasan,
    'hapus salah satunya bila tertulis dua kali' as saran
from berurut
where baris > pertama
