-- Janji mana yang terakhir terlihat belum selesai, dan kini tidak ada lagi di lembar Sekretariat?
-- Satu baris per janji; kosong bila lembarnya tidak terbaca hari ini.
select
    upper(r.id) as id,
    r.belum_pada as terakhir_terlihat,
    r.tenggat_awal
from riwayat_janji as r
join instansi as i on i.instansi = 'sekretariat' and i.dibaca_pada = hari_ini()
join tab as t on t.instansi = 'sekretariat' and t.tab = 'tindak_lanjut' and t.status = 'ada'
anti join kode_tertulis as k on k.tulisan = r.id
where r.belum_pada is not null and r.selesai_pada is null
