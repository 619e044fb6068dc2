-- Apa yang perlu diputuskan tentang tiap angka yang merah atau kuning, di halaman yang tidak menyusunnya sendiri?
-- Satu baris per indikator; pemiliknya semua lembaga yang tabnya dipakai.
with pemilik as (
    select c.kode, daftar(list(i.nama order by i.urutan)) as pemilik
    from (select distinct kode, instansi from cakupan) as c
    join instansi as i using (instansi)
    group by c.kode
)
select
    i.halaman,
    i.status,
    i.kalimat as uraian,
    p.pemilik,
    coalesce('usul tenggat ' || tgl(hari_ini() + aturan_bulat('hari_usul')), 'belum ada tenggat') as tenggat,
    i.urutan as urut,
    i.kode
from indikator as i
left join pemilik as p using (kode)
where i.status in ('merah', 'kuning')
