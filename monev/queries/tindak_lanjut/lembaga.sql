-- Berapa janji tiap lembaga yang terbuka, lewat tenggat, dan selesai, dan berapa yang tepat waktu?
-- Satu baris per penanggung jawab, urutannya tetap; yang di luar lima lembaga hanya bila ada janjinya. Janji bersama
-- dihitung pada tiap lembaga yang menanggungnya; yang ditarik tidak dihitung.
with pemilik as (
    select kode, label, urutan
    from pilihan
    where daftar = 'penanggung_jawab_rapat'
    union all by name
    select null as kode, 'Belum jelas' as label, null as urutan
)
select
    p.kode as penanggung_jawab,
    p.label as pemilik,
    count(t.id) filter (where t.keadaan is distinct from 'selesai') as terbuka,
    count(*) filter (where t.lewat) as lewat,
    count(*) filter (where t.keadaan = 'selesai') as selesai,
    count(*) filter (where t.ketepatan = 'tepat') as tepat,
    count(*) filter (where t.ketepatan = 'terlambat') as terlambat,
    count(*) filter (where t.ketepatan = 'belum_tahu') as belum_tahu,
    -- Yang belum dapat dipastikan tidak dihitung tepat dan tidak dihitung terlambat; jumlahnya disebut di sampingnya.
    100 * tepat / nullif(tepat + terlambat, 0) as tepat_persen
from pemilik as p
left join tindak_lanjut as t
    on not t.ditarik and if(p.kode is null, t.penanggung_jawab is null, list_contains(t.penanggung_jawab, p.kode))
group by p.kode, p.label, p.urutan
having count(t.id) > 0 or p.kode in (select instansi from instansi)
order by p.urutan nulls last
