-- Seberapa baru data tiap instansi, dan berapa barisnya yang terhitung?
-- Satu baris per instansi.
with isi as (
    select
        instansi,
        max(tanggal_data) as tanggal_data,
        sum(terlihat - tata_letak)::bigint as baris,
        sum(terhitung)::bigint as terhitung,
        sum(ditahan)::bigint as ditahan,
        count(*) filter (where status = 'ada') as tab_ada,
        count(*) as tab
    from tab
    group by instansi
),
temuan_per as (
    select
        instansi,
        count(*) filter (where perlu_dibenahi(bobot)) as temuan,
        count(*) filter (where bobot = 'tolak') as tolak
    from temuan
    group by instansi
),
umur as (
    select instansi, hari, status_ambang(hari, 'turun', aturan('umur_hijau' || masa), aturan('umur_kuning' || masa)) as status
    from (
        select instansi, hari_ini() - tanggal_data as hari, if(hari_ini() between hari_h(aturan('hari_dekat')) and hari_h(0), '_dekat', '') as masa
        from isi
    )
)
select
    i.instansi,
    i.nama,
    i.urutan,
    i.diubah,
    -- Lembar yang terakhir terbaca pada hari sebelumnya tidak pernah hijau: isinya mungkin sudah lain.
    if(i.dibaca_pada < hari_ini(), i.dibaca_pada, null) as bertahan_sejak,
    isi.tanggal_data,
    umur.hari as umur_hari,
    case
        when isi.tanggal_data is null then 'belum_dilaporkan'
        when umur.status = 'hijau' and i.dibaca_pada < hari_ini() then 'kuning'
        else umur.status
    end as status,
    isi.baris,
    isi.terhitung,
    isi.ditahan,
    isi.tab_ada,
    isi.tab,
    coalesce(t.temuan, 0) as temuan,
    coalesce(t.tolak, 0) as tolak
from instansi as i
join isi using (instansi)
join umur using (instansi)
left join temuan_per as t using (instansi)
order by i.urutan
