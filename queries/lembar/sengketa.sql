-- Sengketa apa yang didaftarkan, di lembaga mana, dan sampai di mana?
-- Satu baris per perkara yang tahapnya terbaca. Putusan yang harinya belum tiba belum terjadi; yang tanpa hari belum pasti.
select
    nomor_perkara,
    sebutan('lembaga_sengketa', lembaga) as lembaga,
    tanggal_daftar,
    tahap,
    sebutan('tahap_sengketa', tahap) as tahap_sebutan,
    tanggal_putusan,
    tahap not in ('putusan', 'dicabut') as berjalan,
    tahap = 'putusan' and (tanggal_putusan is null or not sudah(tanggal_putusan)) as belum_pasti,
    baris
from bawaslu__sengketa
where tahap is not null
