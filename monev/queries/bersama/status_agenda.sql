-- Bagaimana keadaan tiap pokok agenda, dan apa yang paling perlu dikatakan tentangnya?
-- Satu baris per halaman agenda; kalimatnya dari satu atau dua indikator yang paling genting.
with diurut as (
    select
        *,
        row_number() over (partition by halaman order by genting(status), bicara, urutan) as ke,
        min(genting(status)) over (partition by halaman) as paling_genting,
        -- Yang sebagian angkanya tanpa tempat tidak disebut siap bagi satu kecamatan.
        sebagian_kota() and halaman in (select a.halaman from ambang as a anti join ukuran using (kode)) as tak_seluruhnya
    from indikator
    where not nanti
)
select
    a.nomor,
    a.halaman,
    a.judul,
    a.judul_pendek,
    if(bool_or(tak_seluruhnya) and arg_min(status, ke) = 'hijau', 'tanpa_penilaian', arg_min(status, ke)) as status,
    list(status order by genting(status), ke) as tanda,
    count(*) filter (where status = 'merah') as merah,
    count(*) filter (where status = 'kuning') as kuning,
    count(*) filter (where status = 'belum_dilaporkan') as belum_dilaporkan,
    count(*) filter (where status = 'hijau') as hijau,
    count(*) filter (where status = 'belum_waktunya') as belum_waktunya,
    count(*) filter (where status = 'selesai_dinilai') as selesai_dinilai,
    string_agg(kalimat, ' ' order by ke) filter (
        where ke = 1 or (ke = 2 and (genting(status) <= 2 or genting(status) = paling_genting))
    ) as kalimat
from diurut
join agenda as a using (halaman)
group by all
order by nomor
