-- Berapa kegiatan dan peserta tiap lembaga, dan berapa yang masih direncanakan?
-- Satu baris per lembaga yang mencatat kegiatan; NULL bila tabnya belum dilaporkan.
select
    t.instansi,
    i.nama,
    t.judul as tab,
    if(t.dilaporkan, count(k.baris) filter (where k.terlaksana and k.dinilai), null) as terlaksana,
    if(t.dilaporkan, coalesce(
        sum(k.jumlah_peserta) filter (where k.terlaksana and k.dinilai and utuh(k.kolom_rusak, ['jumlah_peserta'])), 0
    ), null)::bigint as peserta,
    if(t.dilaporkan, count(k.baris) filter (where k.status = 'rencana' and k.tanggal >= hari_ini()), null) as rencana,
    if(t.dilaporkan, count(k.baris) filter (where k.status = 'rencana' and k.tanggal < hari_ini()), null) as rencana_lewat,
    if(t.dilaporkan, count(k.baris) filter (where k.status = 'batal'), null) as batal,
    t.tanggal_data,
    t.tautan
from tab as t
join instansi as i using (instansi)
join cakupan as c on c.instansi = t.instansi and c.tab = t.tab and c.kode = 'kelurahan_tanpa_kegiatan'
left join (select *, tanggal <= hari_nilai('peserta_per_1000_pemilih') as dinilai from kegiatan) as k on k.instansi = t.instansi and k.tab = t.tab
group by t.instansi, i.nama, i.urutan, t.judul, t.dilaporkan, t.tanggal_data, t.tautan
order by i.urutan
