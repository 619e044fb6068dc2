/* indikator
nama   = "Sisa belum kembali"
urutan = 10
satuan = "rp"
arah   = "turun"
hijau  = 0
kuning = inf
basis  = "R"
dasar  = "Pasal 26 ayat (1) Permendagri 54/2019 jo. 41/2020: sisa hibah kembali paling lambat {bulan_pengembalian_hibah} bulan sesudah pengusulan pasangan calon terpilih. Hijau bila tidak ada[ yang lebih dari {hijau} rupiah]; kuning sampai batas itu; merah sesudahnya"
mulai  = "H+1"

[memakai]
"bpkpd/pengembalian" = { kolom = ["sisa_hibah", "nilai_kembali", "tanggal_setor", "nomor_bukti_setor"], penentu = ["penerima"] }
*/
-- Berapa sisa hibah yang belum dikembalikan ke kas daerah?
-- Satu baris; sisa dikurangi yang kembali, semua penerima.
with sisa as (
    select
        coalesce(sum(belum_kembali_rp), if(dilaporkan('bpkpd', 'pengembalian') and count(baris) = 0, 0, null))::bigint as belum_rp,
        count(*) filter (where not dilaporkan) as tanpa_baris,
        count(baris) as ada_baris,
        list(nama order by urutan) filter (where belum_kembali_rp > 0) as belum,
        if(len(belum) > 2, terbilang(len(belum)) || ' penerima', daftar(belum)) as kata_belum
    from pengembalian
),
dinilai as (
    select
        *,
        status_bersyarat('sisa_hibah_belum_kembali_rp', belum_rp, coalesce(hari_ini() > batas, false)) as status
    from sisa
    cross join (select batas_pengembalian() as batas)
)
select
    belum_rp as nilai,
    status,
    batas is null and coalesce(belum_rp <> 0, true) as belum_waktunya,
    -- Tab yang menyatakan nihil berlaku bagi semua penerima.
    ada_baris > 0 and tanpa_baris > 0 as kurang_lengkap,
    sebab_batas(batas) as sebab,
    daftar(belum) as landasan,
    case
        when belum_waktunya then 'Dinilai mulai pengusulan pasangan calon terpilih.'
        when belum_rp = 0 then 'Tidak ada sisa hibah yang belum kembali.'
        when status = 'hijau' then format('Sisa hibah yang belum kembali {}.', rupiah(belum_rp))
        else format('Sisa hibah {} {} belum kembali', kata_belum, rupiah(belum_rp))
            || kata_batas(batas) || '.'
    end as kalimat
from dinilai
