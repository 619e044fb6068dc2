/* indikator
nama   = "Belum lapor hibah"
urutan = 11
satuan = "penerima"
arah   = "turun"
hijau  = 0
kuning = inf
basis  = "R"
dasar  = "Pasal 26 ayat (1) Permendagri 54/2019 jo. 41/2020: laporan penggunaan hibah masuk paling lambat {bulan_pengembalian_hibah} bulan sesudah pengusulan pasangan calon terpilih. Hijau bila semua masuk[, atau paling banyak {hijau} belum]; kuning sampai batas itu; merah sesudahnya"
mulai  = "H+1"

[memakai]
"bpkpd/pengembalian" = { kolom = ["tanggal_laporan_penggunaan"], penentu = ["penerima"] }
*/
-- Berapa penerima hibah yang laporan penggunaannya belum masuk?
-- Satu baris; penerima yang mempunyai naskah hibah tetapi tanpa baris di Pengembalian juga belum.
with laporan as (
    select
        if(
            dilaporkan('bpkpd', 'pengembalian'),
            count(*) filter (where laporan_terbaca and not laporan_masuk),
            null
        ) as belum,
        list(nama order by urutan) filter (where laporan_terbaca and not laporan_masuk) as nama_belum,
        count(*) as semua
    from pengembalian
),
dinilai as (
    select
        *,
        status_bersyarat('laporan_penggunaan_belum_masuk', belum, coalesce(hari_ini() > batas, false)) as status
    from laporan
    cross join (select batas_pengembalian() as batas)
)
select
    belum as nilai,
    status,
    batas is null and coalesce(belum <> 0, true) as belum_waktunya,
    sebab_batas(batas) as sebab,
    format('dari {} penerima', bilangan(semua)) as landasan,
    case
        when belum_waktunya then 'Dinilai mulai pengusulan pasangan calon terpilih.'
        when belum = 0 then 'Semua laporan penggunaan hibah sudah masuk.'
        when status = 'hijau' then format('{} laporan penggunaan hibah belum masuk.', kapital(terbilang(belum)))
        else format('Laporan hibah {} belum masuk', daftar(nama_belum)) || kata_batas(batas) || '.'
    end as kalimat
from dinilai
