-- Kelurahan mana yang sudah dan belum dijangkau kegiatan, dan kapan kegiatan berikutnya?
-- Satu baris per kelurahan daerah ini; jumlah NULL bila belum satu lembaga pun melaporkan kegiatan.
select
    w.kelurahan,
    w.kecamatan,
    w.petak_kolom,
    w.petak_baris,
    w.nama_petak,
    if(ada_laporan('kelurahan_tanpa_kegiatan'), coalesce(j.jumlah_terakhir, 0), null) as jumlah,
    j.terakhir,
    j.rencana,
    j.rencana_instansi,
    j.rencana_tab,
    j.rencana_baris
from wilayah as w
left join jangkauan_kegiatan as j using (kelurahan)
