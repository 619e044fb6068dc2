-- Siapa berjanji apa, sampai kapan, dan bagaimana keadaannya menurut tanggal acuan?
-- Satu baris per keputusan rapat; status ditulis sebagai warna yang sama dengan indikator.
select
    id,
    tanggal_rapat,
    agenda,
    uraian,
    penanggung_jawab,
    sebutan('penanggung_jawab_rapat', penanggung_jawab) as pemilik,
    tenggat,
    tenggat_baru,
    t.status as keadaan,
    sebutan('status_tindak_lanjut', t.status) as keadaan_kata,
    t.status is distinct from 'selesai' and tenggat < hari_ini() as lewat,
    hari_ini() - tenggat as lewat_hari,
    case
        when t.status = 'selesai' then 'hijau'
        when tenggat < hari_ini() then 'merah'
        when t.status = 'terkendala' then 'kuning'
        when t.status is null or tenggat is null then 'belum_dilaporkan'
        else 'belum_waktunya'
    end as status,
    kabar,
    baris,
    tab.tautan || '&range=A' || baris as tautan
from sekretariat__tindak_lanjut as t
join tab on tab.instansi = 'sekretariat' and tab.tab = 'tindak_lanjut'
