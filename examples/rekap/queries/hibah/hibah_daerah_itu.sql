-- Bagaimana hibah di tiap daerah yang melapor?
-- Satu baris per daerah dan penerima.
select provinsi, daerah, kode_daerah, nama, dinilai, kelompok, nilai_rp, dibayar_rp, sisa_rp, persen_cair, rencana as tanggal_rencana, belum_kembali_rp
from hibah_daerah
where melapor
order by kode_daerah, urutan
