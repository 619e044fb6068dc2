-- Baris mana yang membuat jumlah hibah seorang penerima belum diketahui?
-- Satu baris per penerima dan baris lembar; tanpa tahap: dapat milik tahap mana pun.
select penerima, 'nphd' as tab, baris
from bpkpd__nphd
where not utuh(kolom_rusak, ['nilai_nphd', 'nilai_addendum'])
union all by name
select penerima, 'pencairan' as tab, tahap_pencairan, baris
from bpkpd__pencairan
-- Nilai yang statusnya terbaca dan belum cair tidak dijumlahkan.
where not utuh(kolom_rusak, ['status']) or (status = 'cair' and not utuh(kolom_rusak, ['nilai_sp2d']))
union all by name
select penerima, 'hibah' as tab, tahap_pencairan, baris
from hibah_diterima
where not utuh(kolom_rusak, ['nilai_diterima'])
union all by name
-- Baris yang tertahan milik semua penerima yang mungkin dimaksud.
select p.kode as penerima, b.tab, b.baris
from baris as b
join pilihan as p on p.daftar = 'penerima_hibah' and b.instansi in ('bpkpd', p.kode)
where b.kelas = 'ditahan' and b.tab in ('nphd', 'pencairan', 'hibah')
