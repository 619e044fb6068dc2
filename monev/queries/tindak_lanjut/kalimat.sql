-- Apa yang dikatakan lebih dulu: berapa janji yang belum selesai, lewat tenggat dan milik siapa, minta diundur, dan
-- tidak ada lagi di lembar?
-- Satu baris.
with hitung as (
    select
        count(*) as semua,
        count(*) filter (where keadaan is not null and keadaan <> 'selesai') as terbuka,
        count(*) filter (where lewat) as lewat,
        count(*) filter (where minta_undur) as undur,
        count(*) filter (where keadaan is null or tenggat is null) as tak_lengkap
    from tindak_lanjut
    where not ditarik
),
milik as (
    select
        count(*) as pemilik,
        daftar(list(if(jumlah = semua, '', terbilang(jumlah) || ' ') || 'milik ' || nama order by urutan nulls last)) as siapa
    from (
        select
            coalesce(t.pemilik, 'lembaga yang belum jelas') as nama,
            count(*) as jumlah,
            sum(count(*)) over () as semua,
            any_value(p.urutan) as urutan
        from tindak_lanjut as t
        left join pilihan as p on p.daftar = 'penanggung_jawab_rapat' and p.kode = t.penanggung_jawab[1]
        where t.lewat
        group by nama
    )
),
bagian as (
    select
        semua,
        dilaporkan,
        case
            when terbuka = 0 and tak_lengkap > 0 then 'Tidak ada janji yang diketahui belum selesai'
            when terbuka = 0 and semua = 1 then 'Satu-satunya janji rapat sudah selesai'
            when terbuka = 0 then format('Semua {} janji rapat sudah selesai', terbilang(semua))
            when semua = 1 then 'Satu janji rapat belum selesai'
            when terbuka = semua then format('Belum satu pun dari {} janji rapat selesai', terbilang(semua))
            else format('{} dari {} janji rapat belum selesai', kapital(terbilang(terbuka)), terbilang(semua))
        end as keadaan,
        case
            when lewat > 0 then terbilang(lewat) || ' lewat tenggat' || if(pemilik = 1, ', ', ': ') || siapa
            when terbuka > 0 and tak_lengkap + ditahan = 0 then 'tidak ada yang lewat tenggat'
        end as terlewat,
        if(undur > 0, terbilang(undur) || ' minta tenggat diundur', null) as mundur,
        if(tak_lengkap + ditahan > 0, terbilang(tak_lengkap + ditahan) || ' baris belum jelas', null) as kurang,
        if(hilang > 0, terbilang(hilang) || ' janji yang belum selesai tidak ada lagi di lembar', null) as lenyap
    from hitung
    cross join milik
    cross join (select count(*) as hilang from janji_hilang)
    cross join (
        select coalesce(bool_or(dilaporkan), not exists (from penyimpan)) as dilaporkan, coalesce(sum(ditahan), 0) as ditahan
        from tab
        semi join penyimpan using (instansi, tab)
    )
)
select case
    when semua > 0 then concat_ws('; ', keadaan, terlewat, mundur, kurang, lenyap) || '.'
    else case
        when kurang is not null then 'Belum ada janji rapat yang terhitung; ' || kurang
        when dilaporkan then 'Belum ada janji rapat'
        else format('Belum ada janji rapat di lembar {} yang dapat dibaca', (select nama from penyimpan))
    end || coalesce('; ' || lenyap, '') || '.'
end as kalimat
from bagian
