-- Sisa hibah mana yang tertulis disetor, atau laporan mana yang masuk, sebelum pencairan terakhir penerimanya?
-- Satu baris per penerima dan tanggal. Sisanya baru diketahui sesudah semua dana diterima.
with bertanggal as (
    select penerima, baris, 'tanggal_setor' as kolom, tanggal_setor as tanggal
    from bpkpd__pengembalian
    union all
    select penerima, baris, 'tanggal_laporan_penggunaan', tanggal_laporan_penggunaan
    from bpkpd__pengembalian
)
select
    'bpkpd' as instansi,
    'pengembalian' as tab,
    b.baris,
    b.kolom,
    k.judul || ' ' || tgl_tahun(b.tanggal) || ' lebih awal daripada SP2D terakhir untuk ' || h.nama || ', '
        || tgl_tahun(h.sp2d_terbaru) || '.' as alasan,
    'periksa tanggal itu, terutama tahunnya' as saran
from bertanggal as b
join hibah as h using (penerima)
join kolom as k on k.instansi = 'bpkpd' and k.tab = 'pengembalian' and k.kolom = b.kolom
where b.tanggal < h.sp2d_terbaru
