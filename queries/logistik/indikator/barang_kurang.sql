/* indikator
nama   = "Barang kurang"
urutan = 2
satuan = "jenis"
arah   = "turun"
hijau  = 0
kuning = inf
basis  = "R"
dasar  = "Pasal 78 ayat (2) UU 1/2015 jo. UU 6/2020: barang lengkap paling lambat H-{batas_barang_h}; Pasal 80 ayat (1): surat suara sejumlah DPT ditambah {surat_suara_cadangan_persen} persen, yang untuk pemungutan suara ulang (ayat (2) dan ayat (3)) dihitung terpisah. Hijau {hijau}; kuning bila semua pengganti dijanjikan dan belum lewat; merah selain itu, dan sejak H-{batas_barang_h} setiap kekurangan (usulan, menunggu persetujuan Sekda)"
bicara = 1
sampai = "H"

[memakai]
"kpu/pemilih_tps" = { kolom = ["jumlah_tps", "dpt_laki_laki", "dpt_perempuan"], penentu = ["kelurahan"] }
"kpu/logistik_gudang" = [
    { kolom = ["jumlah_diterima", "jumlah_rusak", "jumlah_pengganti"], penentu = ["satuan", "jenis_barang", "jenis_pemilihan", "tanggal_terima", "rencana_pengganti"] },
    { kolom = ["kebutuhan"], hanya = "not exists (from barang as b where b.jenis_barang = t.jenis_barang and b.jenis_pemilihan = t.jenis_pemilihan and b.kebutuhan_hitung is not null)" },
]
*/
-- Berapa jenis barang yang masih kurang?
-- Satu baris; yang keadaannya belum diketahui tidak dihitung kurang dan tidak dihitung cukup.
with barang_ringkas as (
    select
        count(*) filter (where kurang > 0) as kurang,
        count(*) filter (where diketahui) as diketahui,
        count(*) filter (where not diketahui) as belum_diketahui,
        coalesce(bool_and(coalesce(lewat_hari <= 0, false)) filter (where kurang > 0), true) as janji_berlaku,
        daftar(list(lower(nama) order by siap_persen) filter (where kurang > 0 and lewat_hari > 0)) as lewat_janji,
        daftar(list(lower(nama) order by siap_persen) filter (where kurang > 0 and janji is null)) as tanpa_janji,
        case
            when bool_or(kurang > 0) and lewat_batas_barang() then 'batas ' || tgl(hari_h(aturan('batas_barang_h')))
            when max(lewat_hari) filter (where kurang > 0) > 0 then format(
                'janji {} lewat {} hari',
                arg_max(lower(nama), lewat_hari) filter (where kurang > 0),
                bilangan(max(lewat_hari) filter (where kurang > 0))
            )
            when bool_or(kurang > 0 and janji is null) then 'belum semua dijanjikan'
            when bool_or(kurang > 0) then 'semua sudah dijanjikan'
        end as sebab
    from (select *, hari_ini() - janji as lewat_hari from barang)
),
dinilai as (
    select *, status_bersyarat('barang_kurang', kurang, lewat_batas_barang() or not janji_berlaku) as status
    from barang_ringkas
)
select
    if(diketahui > 0, kurang, null) as nilai,
    status,
    belum_diketahui > 0 as kurang_lengkap,
    sebab,
    format('{} dari {} jenis cukup', bilangan(diketahui - kurang), bilangan(diketahui)) as landasan,
    if(kurang = 0, 'Tidak ada jenis barang yang kurang', kapital(terbilang(kurang)) || ' jenis barang masih kurang') || case
        when kurang = 0 or status = 'hijau' then ''
        when lewat_batas_barang() then ', padahal batasnya ' || tgl_lisan(hari_h(aturan('batas_barang_h')))
        when lewat_janji <> '' then format('; janji pengganti {} sudah lewat', lewat_janji)
        when tanpa_janji <> '' then '; belum ada janji pengganti ' || tanpa_janji
        else '; semua sudah dijanjikan penggantinya'
    end || '.' as kalimat
from dinilai
