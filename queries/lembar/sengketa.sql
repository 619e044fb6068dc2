-- Sengketa apa yang didaftarkan, di lembaga mana, dan sampai di mana?
-- Satu baris per perkara yang tahapnya terbaca.
select
    nomor_perkara,
    sebutan('lembaga_sengketa', lembaga) as lembaga,
    tanggal_daftar,
    tahap,
    sebutan('tahap_sengketa', tahap) as tahap_sebutan,
    tanggal_putusan,
    baris
from bawaslu__sengketa
where tahap is not null
