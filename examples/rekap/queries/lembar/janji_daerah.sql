-- Bagaimana janji rapat tiap daerah: terbuka, lewat tenggat, atau selesai menurut daerah itu sendiri?
-- Satu baris per janji.
select
    p.provinsi,
    p.daerah,
    p.kode_daerah,
    j.kode,
    j.halaman,
    a.nomor,
    coalesce(a.judul_pendek, 'lainnya') as pokok,
    j.penanggung_jawab,
    j.tenggat,
    j.dicatat,
    j.keadaan,
    j.keadaan = 'selesai' as selesai,
    coalesce(j.keadaan <> 'selesai', true) as terbuka,
    j.keadaan = 'lewat' as lewat
from daerah__janji as j
join pelapor as p on p.daerah = j.daerah
left join agenda as a on a.halaman = j.halaman
