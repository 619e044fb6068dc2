-- Tenggat keputusan mana yang masih akan datang, untuk kalender tiap orang?
-- Satu baris per keputusan yang belum selesai, yang paling dekat lebih dulu; juga yang baru dicatat dan belum sampai ke
-- lembar. Berubah selagi potretnya tetap, jadi ditanyakan lagi setiap kali.
with dicatat as (
    select
        id,
        tanggal_rapat,
        apa_adanya(uraian) as uraian,
        penanggung_jawab,
        sebutan_semua('penanggung_jawab_rapat', penanggung_jawab) as pemilik,
        tenggat,
        coalesce(diubah, dicatat) as diubah
    from kotak_keluar
    where not ditarik
),
semua as (
    -- Yang sudah di lembar mengikuti lembar, juga tenggat yang diundur di sana.
    select t.id, t.tanggal_rapat, t.uraian, t.penanggung_jawab, t.pemilik, t.tenggat, d.diubah
    from tindak_lanjut as t
    left join dicatat as d on rapi(d.id) = rapi(t.id)
    where t.keadaan is distinct from 'selesai' and not t.ditarik
    union all by name
    select d.*
    from dicatat as d
    anti join tindak_lanjut as t on rapi(t.id) = rapi(d.id)
)
select *
from semua
where tenggat >= hari_ini() and id is not null
order by tenggat, id
