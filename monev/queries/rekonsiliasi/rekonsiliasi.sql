-- Di mana catatan dua pihak tentang hal yang sama berbeda, berapa selisihnya, dan siapa pemilik tiap angka?
-- Satu baris per pembandingan. Di sini saja statusnya ditetapkan: hijau hanya bila cocok dan datanya lengkap.
with dibandingkan as (
    select
        *,
        (nilai_kiri - nilai_kanan)::double as beda,
        coalesce(cocok, beda = 0) as sesuai,
        coalesce(s.kurang_lengkap, false) or coalesce((
            select bool_or(d.kurang)
            from pembandingan_dasar as d
            where d.kode = s.kode and coalesce(d.instansi = s.hanya, true)
        ), false) as belum_lengkap
    from pembandingan_semua as s
)
select
    kode,
    agenda,
    kunci,
    kiri,
    nilai_kiri::double as nilai_kiri,
    kanan,
    nilai_kanan::double as nilai_kanan,
    beda as selisih,
    satuan,
    -- Satu hal yang sedang berjalan, bukan dua catatan tentang hal yang sama.
    coalesce(berjalan, false) as berjalan,
    case
        when beda is null then coalesce(bila_kosong, 'belum_dilaporkan')
        when sesuai and belum_lengkap then 'kuning'
        when sesuai then 'hijau'
        else coalesce(bila_beda, 'merah')
    end as status,
    if(
        beda is not null and belum_lengkap and (sesuai or coalesce(bila_beda, 'merah') = 'merah'),
        rtrim(kalimat, '.') || '; datanya belum lengkap.',
        kalimat
    ) as kalimat
from dibandingkan
