-- Berapa sisa hibah tiap penerima, berapa yang sudah kembali, dan sudahkah laporan penggunaannya masuk?
-- Satu baris per penerima yang mempunyai naskah hibah atau baris di Pengembalian.
with naskah as (
    select distinct penerima from bpkpd__nphd where penerima is not null
)
select
    coalesce(p.penerima, n.penerima) as penerima,
    k.label as nama,
    k.urutan,
    p.penerima is not null as dilaporkan,
    p.baris,
    p.sisa_hibah as sisa_rp,
    p.nilai_kembali as kembali_rp,
    -- Kembali yang melebihi sisanya tidak menutup sisa penerima lain; yang tanpa bukti setor belum pasti kembali.
    if(
        utuh(p.kolom_rusak, ['sisa_hibah', 'nilai_kembali', 'tanggal_setor', 'nomor_bukti_setor']) and sudah(p.tanggal_setor),
        greatest(p.sisa_hibah - p.nilai_kembali, 0),
        null
    ) as belum_kembali_rp,
    p.tanggal_setor,
    p.nomor_bukti_setor,
    p.tanggal_laporan_penggunaan,
    -- Sel yang belum terbaca bukan laporan yang belum masuk; yang bertanggal sesudah hari ini belum terjadi.
    coalesce(
        utuh(p.kolom_rusak, ['tanggal_laporan_penggunaan']),
        not exists (from baris as b where b.instansi = 'bpkpd' and b.tab = 'pengembalian' and b.kelas = 'ditahan')
    ) as laporan_terbaca,
    p.tanggal_laporan_penggunaan is not null and sudah(p.tanggal_laporan_penggunaan) as laporan_masuk
from bpkpd__pengembalian as p
full join naskah as n on n.penerima = p.penerima
left join pilihan as k on k.daftar = 'penerima_hibah' and k.kode = coalesce(p.penerima, n.penerima)
