-- Segmen pemilih mana yang sudah dan belum dijangkau kegiatan, dan kapan kegiatan berikutnya?
-- Satu baris per segmen; jumlah NULL bila belum satu lembaga pun melaporkan kegiatan.
select
    p.kode as segmen,
    p.label as nama,
    p.urutan,
    if(ada_laporan('segmen_tanpa_kegiatan'), coalesce(j.jumlah, 0), null) as jumlah,
    if(ada_laporan('segmen_tanpa_kegiatan'), coalesce(j.peserta, 0), null)::bigint as peserta,
    j.terakhir,
    j.rencana,
    j.rencana_instansi,
    j.rencana_tab,
    j.rencana_baris
from pilihan as p
left join jangkauan_kegiatan as j on j.segmen = p.kode
where p.daftar = 'segmen'
