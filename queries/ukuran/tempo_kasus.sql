-- Berapa kasus yang masih ditangani Bawaslu, dan berapa yang lewat atau segera jatuh tempo?
-- Satu baris; tenggat dihitung dari yang status dan tanggal registrasinya terbaca.
with jumlah as (
    select
        count(*) as semua,
        count(*) filter (where aktif) as aktif,
        max(-sisa_hari) filter (where sisa_hari < 0 and tenggat_terbaca) as lewat_hari,
        count(*) filter (where sisa_hari < 0 and tenggat_terbaca) as lewat,
        count(*) filter (where tenggat = hari_ini() and aktif and tenggat_terbaca) as hari_ini_tempo,
        count(*) filter (where tenggat = hari_ini() + 1 and aktif and tenggat_terbaca) as besok_tempo
    from (select *, utuh(kolom_rusak, ['status', 'tanggal_registrasi']) as tenggat_terbaca from kasus)
)
select
    *,
    case
        when hari_ini_tempo > 0 then format('; {} jatuh tempo hari ini', terbilang(hari_ini_tempo))
        when besok_tempo > 0 then format('; {} jatuh tempo besok, {}', terbilang(besok_tempo), tgl_lisan(hari_ini() + 1))
        else ''
    end as teks,
    case
        when lewat_hari > 0 then format('paling lama lewat {} hari', bilangan(lewat_hari))
        when hari_ini_tempo > 0 then bilangan(hari_ini_tempo) || ' jatuh tempo hari ini'
        when besok_tempo > 0 then bilangan(besok_tempo) || ' jatuh tempo besok'
        when aktif > 0 then 'masih ditangani Bawaslu'
    end as sebab
from jumlah
