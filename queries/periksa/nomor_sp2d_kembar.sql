-- Nomor SP2D mana yang dipakai lebih dari satu baris?
-- Satu baris per baris lembar yang mengulang nomor. Satu SP2D satu nomor.
with bernomor as (
    select baris, rapi(nomor_sp2d) as nomor, min(baris) over (partition by rapi(nomor_sp2d)) as pertama
    from bpkpd__pencairan
    where nomor_sp2d is not null
)
select
    'bpkpd' as instansi,
    'pencairan' as tab,
    baris,
    'nomor_sp2d' as kolom,
    'Nomor SP2D ini juga dipakai baris ' || bilangan(nomor_baris(pertama)) || '.' as alasan,
    'periksa nomor kedua SP2D itu' as saran
from bernomor
where baris > pertama
