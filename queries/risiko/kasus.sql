-- Kasus mana yang masih ditangani Bawaslu, dan berapa hari lagi tenggatnya?
-- Satu baris per kasus aktif, yang paling dekat atau paling lama lewat tenggatnya lebih dulu.
select
    id_penanganan,
    pokok,
    tempat_kejadian,
    status_sebutan as status_kasus,
    tanggal_registrasi,
    tenggat,
    sisa_hari,
    case
        when sisa_hari < 0 then format('lewat {} hari', bilangan(-sisa_hari))
        when sisa_hari = 0 then 'hari ini'
        when sisa_hari = 1 then 'besok'
        when sisa_hari > 1 then format('sisa {} hari', bilangan(sisa_hari))
        when list_contains(kolom_rusak, 'tanggal_registrasi') then 'tanggal registrasi belum ada'
        else 'belum diregistrasi'
    end as sisa,
    case
        when sisa_hari < 0 then 'merah'
        when sisa_hari <= 1 then 'kuning'
        when sisa_hari > 1 then 'hijau'
        when list_contains(kolom_rusak, 'tanggal_registrasi') then 'belum_dilaporkan'
        else 'belum_waktunya'
    end as status,
    k.baris,
    alamat_baris(t.tautan, k.baris) as tautan
from kasus as k
left join tab as t on t.instansi = 'bawaslu' and t.tab = 'penanganan'
where aktif
order by tenggat nulls last, tanggal_diterima, id_penanganan
