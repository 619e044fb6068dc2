-- Hibah daerah mana yang paling tertinggal?
-- Satu baris per daerah dan penerima yang belum cair penuh, tanpa naskah lebih dulu, lalu yang paling sedikit cair.
select
    provinsi,
    daerah,
    kode_daerah,
    nama,
    dinilai,
    kelompok,
    nilai_rp,
    dibayar_rp,
    persen_cair,
    rencana,
    rencana_lewat
from hibah_daerah
where kelompok in ('tanpa_naskah', 'bawah', 'tengah')
order by not dinilai, list_position(['tanpa_naskah', 'bawah', 'tengah'], kelompok), persen_cair nulls first, kode_daerah, urutan
