/* indikator
nama   = "Kasus ASN"
urutan = 1
satuan = "kasus"
arah   = "turun"
hijau  = 0
kuning = 2
basis  = "P"
dasar  = "Kasus menurut Bawaslu yang tidak dicabut. Hijau {hijau}, kuning {hijau+1} sampai {kuning}, merah mulai {kuning+1} (usulan, menunggu persetujuan Sekda)"
bicara = 3

[memakai]
"bawaslu/netralitas_asn" = { kolom = ["hasil"], penentu = ["kode_kasus", "tanggal_kejadian"] }
*/
-- Berapa kasus netralitas ASN yang ditangani Bawaslu?
-- Satu baris. Tiap angka tetap milik lembaganya; perbedaannya disebut, tidak didamaikan di sini.
with jumlah_kasus as (
    select
        count(*) filter (where di_bawaslu and utuh(rusak_bawaslu, ['hasil']) and hasil <> 'dicabut') as bawaslu,
        count(*) filter (where hasil = 'dicabut') as dicabut,
        count(*) filter (where di_kota) as kota,
        -- Perbedaannya hanya dikatakan bila kota melapor.
        kota <> bawaslu and dilaporkan('kesbangpol', 'tindak_lanjut_asn') as berbeda
    from kasus_asn
)
select
    bawaslu as nilai,
    if(berbeda, 'Pemkot mencatat ' || bilangan(kota), 'ditangani Bawaslu') as sebab,
    'ditangani Bawaslu' || if(dicabut > 0, format('; {} lagi dicabut', bilangan(dicabut)), '') as landasan,
    -- Satu kata tiap angka: yang dicatat dan yang ditangani adalah hal yang berlainan.
    case
        when bawaslu = 0 then 'Tidak ada kasus yang ditangani Bawaslu' || if(berbeda, '; Pemkot mencatat ' || bilangan(kota), '')
        when berbeda then format('Pemkot mencatat {} kasus netralitas ASN, Bawaslu menangani {}', bilangan(kota), bilangan(bawaslu))
        else format('Bawaslu menangani {} kasus netralitas ASN', terbilang(bawaslu))
            || if(dicabut > 0, format('; {} lagi dicabut', terbilang(dicabut)), '')
    end || '.' as kalimat
from jumlah_kasus
