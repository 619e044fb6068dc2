-- Sengketa apa yang didaftarkan, di mana, dan sampai tahap apa?
-- Satu baris per perkara, sejak mulai dinilai; yang masih berjalan lebih dulu.
select
    nomor_perkara,
    lembaga,
    tanggal_daftar,
    tahap_sebutan || case
        when belum_pasti then ', harinya belum pasti'
        when tanggal_putusan is not null then ', ' || tgl(tanggal_putusan)
        else ''
    end as tahap
from sengketa
where hari_ini() >= (select mulai from ambang where kode = 'sengketa_berjalan')
order by berjalan desc, tanggal_daftar, nomor_perkara
