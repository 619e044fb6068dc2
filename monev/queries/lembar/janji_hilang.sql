-- Janji mana yang terakhir terlihat belum selesai, dan kini tidak ada lagi di lembar yang menyimpan janji?
-- Satu baris per janji; kosong bila lembarnya tidak terbaca hari ini.
select
    upper(r.id) as id,
    r.belum_pada as terakhir_terlihat,
    r.tenggat_awal
from riwayat_janji as r
cross join penyimpan as p
join instansi as i on i.instansi = p.instansi and i.dibaca_pada = hari_ini()
join tab as t on t.instansi = p.instansi and t.tab = p.tab and t.status = 'ada'
anti join kode_tertulis as k on k.tulisan = r.id
where r.belum_pada is not null and r.selesai_pada is null
