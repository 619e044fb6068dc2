-- Kata yang hanya dipakai pertanyaan rekap ini, di samping kata semua topik di monev/queries/makro.sql.
-- Pokok yang dinilai di tiap daerah: yang menghitung daerah kritisnya. Pokok lain milik kementerian sendiri.
create or replace macro pokok_daerah(nama) as arah_nilai(nama || '_kritis') is not null;

-- Dari berapa daerah sebuah angka: yang belum melapor selalu disebut, dan tidak pernah menjadi penyebut.
create or replace macro dari_daerah() as (
    select format('{} dari {} daerah melapor', bilangan(count(*) filter (where melapor)), bilangan(count(*))) from pelapor
);

-- Dari daerah mana: perubahan yang dapat terjadi karena itu saja tidak disebut membaik atau memburuk.
create or replace macro para_pelapor() as (select coalesce(list(kode_daerah) filter (where melapor), []) from pelapor);

-- Yang sama bagi hibah: hibah mana yang dilaporkan.
create or replace macro para_hibah(daerah, penerima, kelompok) as
    coalesce(list(daerah || ' ' || penerima) filter (where kelompok <> 'belum'), []);

-- Sampai mana pencairan sebuah hibah, sebagai kata.
create or replace macro kata_kelompok(kelompok) as case kelompok
    when 'tanpa_naskah' then 'NPHD belum ditandatangani'
    when 'bawah' then format('di bawah {}%', bilangan(aturan('tahap1_persen')))
    when 'tengah' then format('{}% sampai di bawah 100%', bilangan(aturan('tahap1_persen')))
    when 'penuh' then '100%'
    when 'tak_jelas' then 'belum jelas'
    else 'belum melapor'
end;

create or replace macro zona_waktu() as (select zona_waktu from daerah);
