-- Tindak lanjut ASN mana yang kasusnya tidak ada di lembar Bawaslu?
-- Satu baris per kasus. Selama lembar Bawaslu belum ada isinya atau ada barisnya yang ditahan, hal ini belum dapat dikatakan.
select
    'kesbangpol' as instansi,
    'tindak_lanjut_asn' as tab,
    k.baris_kota as baris,
    'kode_kasus' as kolom,
    'Kasus ' || k.kode_kasus || ' dicatat ditindaklanjuti kota, tetapi tidak ada di antara ' || bilangan(t.terhitung)
        || ' kasus di lembar Bawaslu.' as alasan,
    'periksa kode kasus bersama Bawaslu' as saran
from kasus_asn as k
join tab as t on t.instansi = 'bawaslu' and t.tab = 'netralitas_asn'
where k.di_kota and not k.di_bawaslu and t.dilaporkan and t.ditahan = 0
