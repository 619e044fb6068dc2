-- Kegiatan mana dari dua lembaga yang jatuh pada tanggal dan kelurahan yang sama?
-- Satu baris per pasang kegiatan; se-Kota dan yang batal tidak ikut.
with terjadwal as (
    select k.*, i.urutan
    from kegiatan as k
    join instansi as i using (instansi)
    where k.status <> 'batal' and k.kelurahan <> 'Se-Kota'
        and (k.tanggal <= hari_nilai('kegiatan_tumpang_tindih') or not berakhir('kegiatan_tumpang_tindih'))
)
select
    a.tanggal,
    a.kecamatan,
    a.kelurahan,
    a.tanggal > hari_ini() as akan_datang,
    a.instansi as instansi_a,
    a.tab as tab_a,
    a.baris as baris_a,
    a.nama_kegiatan as nama_a,
    b.instansi as instansi_b,
    b.tab as tab_b,
    b.baris as baris_b,
    b.nama_kegiatan as nama_b
from terjadwal as a
join terjadwal as b on a.tanggal = b.tanggal and a.kelurahan = b.kelurahan and a.urutan < b.urutan
