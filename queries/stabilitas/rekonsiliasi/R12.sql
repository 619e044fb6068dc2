/* rekonsiliasi
judul         = "Kejadian yang mungkin berkaitan"
kiri          = "Kesbangpol: kejadian"
kanan         = "Bawaslu: penanganan"
satuan        = "hari"
petunjuk      = true
paling_banyak = 12

[memakai]
"kesbangpol/kejadian" = ["tanggal_kejadian", "kelurahan", "klasifikasi"]
"bawaslu/penanganan" = ["tanggal_diketahui", "kelurahan"]
*/
-- Kejadian Kesbangpol mana yang berdekatan tempat dan waktunya dengan penanganan Bawaslu?
-- Satu baris per pasang: petunjuk saja, tidak pernah digabung. Kejadian berklasifikasi terbatas tidak pernah ikut.
with berdekatan as (
    select
        k.id_kejadian,
        k.tanggal_kejadian,
        k.isu,
        b.id_penanganan,
        b.tanggal_diketahui,
        b.pokok,
        if(k.kelurahan = b.kelurahan, k.kelurahan, 'Kecamatan ' || k.kecamatan) as tempat,
        d.tanggal_pemungutan as pemungutan,
        -- Yang sesudahnya dihitung maju; sepasang yang mengapit hari itu berhari negatif dan positif.
        greatest(k.tanggal_kejadian, b.tanggal_diketahui) > pemungutan as sesudah,
        if(sesudah, ', dihitung dari pemungutan', ', sebelum pemungutan') as hitungan
    from kejadian as k
    cross join daerah as d
    join kasus as b
        on k.kecamatan = b.kecamatan
        -- Salah satu hanya menyebut kecamatan: kecamatan yang sama sudah berdekatan.
        and coalesce(k.kelurahan = b.kelurahan, true)
        and abs(k.tanggal_kejadian - b.tanggal_diketahui) <= aturan_bulat('hari_dekat_kejadian')
    where k.klasifikasi = 'biasa' and utuh(k.kolom_rusak, ['kelurahan']) and utuh(b.kolom_rusak, ['kelurahan'])
),
menunggu as (
    select daftar(list(i.nama order by i.urutan)) as nama
    from pembandingan_dasar as d
    join instansi as i using (instansi)
    where d.kode = 'R12' and not d.dilaporkan
)
select
    format('{} dan {}', id_kejadian, id_penanganan) as kunci,
    format('Kesbangpol: {}', id_kejadian) || hitungan as kiri,
    if(sesudah, tanggal_kejadian - pemungutan, pemungutan - tanggal_kejadian) as nilai_kiri,
    format('Bawaslu: {}', id_penanganan) || hitungan as kanan,
    if(sesudah, tanggal_diketahui - pemungutan, pemungutan - tanggal_diketahui) as nilai_kanan,
    false as cocok,
    'kuning' as bila_beda,
    format('Kesbangpol mencatat {}{} pada {}', id_kejadian, coalesce(format(' ({})', isu), ''), tgl_lisan(tanggal_kejadian))
        || format(', Bawaslu menangani {}{} yang diketahui ', id_penanganan, coalesce(format(' ({})', pokok), ''))
        || format('{}, keduanya di {}; mungkin berkaitan.', tgl_lisan(tanggal_diketahui), tempat) as kalimat
from berdekatan
union all by name
select
    'Se-Kota' as kunci,
    'Kesbangpol: kejadian' as kiri,
    'Bawaslu: penanganan' as kanan,
    'Kejadian Kesbangpol dan penanganan Bawaslu belum dapat dibandingkan; menunggu isi dari ' || nama || '.' as kalimat
from menunggu
where nama <> ''
