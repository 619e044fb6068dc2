-- Sampai di mana tiap kasus netralitas, dengan kata-kata?
-- Satu baris per kasus.
select
    *,
    case
        when dilaksanakan then 'sudah dilaksanakan'
        when perlu_dilaksanakan then format('menunggu {} hari kerja', bilangan(hari_kerja)) || coalesce('; batas ' || tgl(batas), '')
        when hasil = 'dicabut' then 'dicabut'
        else 'ditangani Bawaslu'
    end as keterangan
from kasus_asn
