-- Sudah sampai langkah mana tiap kasus netralitas ASN?
-- Satu baris per kasus, urutannya seperti di halaman Netralitas.
select
    kode,
    keterangan,
    lisan(langkah[1].teks) as dicatat,
    lisan(langkah[2].teks) as diteruskan,
    lisan(langkah[3].teks) as direkomendasikan,
    lisan(langkah[4].teks) as dilaksanakan,
    batas,
    sisa_hari_kerja
from (select *, row_number() over () as ke from netralitas_alur)
order by ke
