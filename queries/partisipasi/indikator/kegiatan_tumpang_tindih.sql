/* indikator
nama   = "Kegiatan bersamaan"
urutan = 5
satuan = "pasang"
arah   = "turun"
hijau  = 0
kuning = inf
basis  = "P"
dasar  = "Pasangan kegiatan dua instansi pada tanggal dan kelurahan yang sama. Hijau {hijau}, kuning mulai {hijau+1}; tidak ada merah (usulan, menunggu persetujuan Sekda)"
sampai = "H"

[memakai]
"kpu/sosialisasi" = { kolom = ["status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], gabung = true }
"bawaslu/pencegahan" = { kolom = ["status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], gabung = true }
"kesbangpol/pendidikan_politik" = { kolom = ["status"], penentu = ["tanggal", "nama_kegiatan", "kelurahan"], gabung = true }
*/
-- Berapa pasang kegiatan dua lembaga yang jatuh pada tanggal dan kelurahan yang sama?
-- Satu baris.
with bersamaan as (
    select
        count(*) as pasang,
        arg_min(kelurahan, ke) as kelurahan,
        arg_min(tanggal, ke) as tanggal,
        arg_min(lembaga(instansi_a) || ' dan ' || lembaga(instansi_b), ke) as pemilik
    -- Yang akan datang masih dapat diatur, jadi didahulukan; sesudah itu yang terbaru.
    from (select *, row_number() over (order by tanggal <= hari_ini(), abs(tanggal - hari_ini()), kelurahan, baris_a, baris_b) as ke from kegiatan_bersamaan)
)
select
    pasang as nilai,
    format('{}, {}', kelurahan, tgl(tanggal)) as sebab,
    case
        when pasang = 0 then 'Tidak ada kegiatan bersamaan di satu kelurahan.'
        when pasang = 1 then format('Kegiatan {} bersamaan di {}, {}.', pemilik, kelurahan, tgl_lisan(tanggal))
        else format('{} pasang kegiatan bersamaan, antara lain di {}, {}.', kapital(terbilang(pasang)), kelurahan, tgl_lisan(tanggal))
    end as kalimat
from bersamaan
