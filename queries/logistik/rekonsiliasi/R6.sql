/* rekonsiliasi
judul  = "Kebutuhan barang"
kiri   = "KPU: kebutuhan tertulis"
kanan  = "Hitungan dari jumlah TPS atau DPT"
satuan = "buah"

[memakai]
# Kebutuhan yang belum terbaca ditimbang per barang, dengan kurang_lengkap.
"kpu/logistik_gudang" = []
"kpu/pemilih_tps" = ["jumlah_tps", "dpt_laki_laki", "dpt_perempuan"]
*/
-- Samakah kebutuhan barang yang ditulis KPU dengan hitungan dari jumlah TPS atau DPT?
-- Satu baris per jenis barang dan jenis pemilihan yang kebutuhannya dapat dihitung.
with dibandingkan as (
    select
        b.nama,
        lower(b.nama) as sebut,
        b.kebutuhan_tertulis,
        b.kebutuhan_hitung,
        b.kebutuhan_memuat_ulang,
        not b.kebutuhan_utuh as kurang_lengkap,
        coalesce(lower(sebutan('satuan', b.satuan)), 'buah') as satuan,
        if(j.per_dpt_persen is null, 'jumlah TPS', format('DPT ditambah {} persen', desimal(j.per_dpt_persen - 100))) as dasar
    from barang as b
    join jenis_barang as j on j.kode = b.jenis_barang
    -- Tanpa pengali atau persentase di reference/, kebutuhan hanya menurut catatan KPU: tidak ada pembandingnya.
    where case
        when j.per_dpt_persen is not null then b.jenis_pemilihan <> 'keduanya'
        when b.jenis_pemilihan = 'keduanya' then j.per_tps_keduanya is not null
        else j.per_tps_satu is not null
    end
    -- Sesudah pemungutan suara kebutuhannya tidak dibandingkan lagi.
    and not berakhir('barang_kurang')
)
select
    nama as kunci,
    kebutuhan_tertulis as nilai_kiri,
    'Hitungan dari ' || dasar as kanan,
    kebutuhan_hitung as nilai_kanan,
    satuan,
    kurang_lengkap,
    case
        when kebutuhan_tertulis is null and kebutuhan_hitung is null
            then format('Kebutuhan {} dan jumlah TPS atau DPT dari KPU belum dilaporkan.', sebut)
        when kebutuhan_tertulis is null then format(
            'Kebutuhan {} dari KPU belum dilaporkan; hitungan dari {} {}.', sebut, dasar, bilangan(kebutuhan_hitung)
        )
        else format('KPU menulis kebutuhan {} {}', sebut, bilangan(kebutuhan_tertulis)) || case
            when kebutuhan_hitung is null then '; jumlah TPS atau DPT untuk menghitungnya belum dilaporkan.'
            when kebutuhan_tertulis = kebutuhan_hitung then format(' {}, sama dengan hitungan dari {}.', satuan, dasar)
            else format(
                ' {}, hitungan dari {} {}; selisih {}', satuan, dasar, bilangan(kebutuhan_hitung),
                bilangan(abs(kebutuhan_tertulis - kebutuhan_hitung))
            ) || case
                when not kebutuhan_memuat_ulang then '.'
                when kebutuhan_tertulis - kebutuhan_hitung = surat_suara_ulang()
                    then ', sebanyak surat suara untuk pemungutan suara ulang yang dihitung terpisah.'
                else format(
                    ', {} di antaranya untuk pemungutan suara ulang yang dihitung terpisah.', bilangan(surat_suara_ulang())
                )
            end
        end
    end as kalimat
from dibandingkan
