-- Di mana sebagian lebih banyak daripada semuanya?
-- Satu baris per sel.
with bagian as (
    select 'dinkes' as instansi, 'posyandu' as tab, baris, 'posyandu_aktif' as kolom, posyandu_aktif as sebagian, jumlah_posyandu as semua
    from dinkes__posyandu
    union all
    select 'dinkes', 'posyandu', baris, 'balita_ditimbang', balita_ditimbang, sasaran_balita
    from dinkes__posyandu
    union all
    select 'dinkes', 'gizi', baris, 'balita_ditangani', balita_ditangani, balita_masalah_gizi
    from dinkes__gizi
    union all
    select 'dinkes', 'ibu_hamil', baris, 'mendapat_pmt', mendapat_pmt, ibu_hamil_kek
    from dinkes__ibu_hamil
    union all
    select 'dppkb', 'keluarga', baris, 'keluarga_didampingi', keluarga_didampingi, keluarga_berisiko
    from dppkb__keluarga
    union all
    select 'dppkb', 'catin', baris, 'catin_didampingi', catin_didampingi, catin_terdaftar
    from dppkb__catin
    union all
    select 'dinsos', 'bantuan', baris, 'sudah_menerima', sudah_menerima, sasaran_penerima
    from dinsos__bantuan
)
select
    instansi,
    tab,
    baris,
    kolom,
    format('Tertulis {}, padahal semuanya {}.', bilangan(sebagian), bilangan(semua)) as alasan,
    format('tulis paling banyak {}, atau periksa jumlah semuanya', bilangan(semua)) as saran
from bagian
where sebagian > semua
