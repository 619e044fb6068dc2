-- Sampai mana hibah tiap penerima, kapan sisanya cair, dan berapa yang belum kembali, untuk rekap semua daerah?
-- Satu baris per penerima, keempatnya; yang kosong belum diketahui, bukan nol.
select
    h.penerima,
    h.golongan,
    h.tanggal_nphd,
    h.nilai_rp,
    h.dibayar_rp,
    h.sisa as sisa_rp,
    h.persen_cair::double as persen_cair,
    h.rencana::date as rencana,
    k.belum_rp as belum_kembali_rp
from hibah_penerima as h
left join logistik_pengembalian as k on k.label = h.nama
order by h.urutan
