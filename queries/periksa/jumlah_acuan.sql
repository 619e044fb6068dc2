-- Samakah jumlah TPS dan DPT semua kelurahan dengan acuan daerah, dan bila tidak, satu sel mana yang menjelaskannya?
-- Satu baris per jumlah yang berbeda. Selama ada baris yang belum terbaca atau belum ada, jumlahnya memang belum lengkap.
with isi as (
    select kelurahan, baris, 'jumlah_tps' as kolom, 'tps' as acuan, jumlah_tps as nilai, utuh(kolom_rusak, ['jumlah_tps']) as terbaca
    from kpu__pemilih_tps
    union all
    select kelurahan, baris, 'dpt_laki_laki', 'dpt', dpt_laki_laki, utuh(kolom_rusak, ['dpt_laki_laki'])
    from kpu__pemilih_tps
    union all
    select kelurahan, baris, 'dpt_perempuan', 'dpt', dpt_perempuan, utuh(kolom_rusak, ['dpt_perempuan'])
    from kpu__pemilih_tps
),
jumlah as (
    select acuan, sum(nilai)::bigint as jumlah, bool_and(terbaca) as lengkap
    from isi
    group by acuan
),
selisih as (
    select
        j.acuan,
        j.jumlah,
        if(j.acuan = 'tps', d.tps_acuan, d.dpt_acuan) as seharusnya,
        j.jumlah - if(j.acuan = 'tps', d.tps_acuan, d.dpt_acuan) as beda,
        d.nama
    from jumlah as j, daerah as d
    where j.lengkap
),
dugaan as (
    -- Satu angka di belakang yang hilang atau berlebih, atau angka yang sama tertukar letaknya.
    select i.acuan, i.kolom, i.baris, i.kelurahan, i.nilai, i.nilai - s.beda as cocok
    from isi as i
    join selisih as s using (acuan)
    where i.nilai > 9 and s.beda <> 0 and i.nilai - s.beda > 0
        and (
            i.nilai // 10 = i.nilai - s.beda or (i.nilai - s.beda) // 10 = i.nilai
            or list_sort(string_split(i.nilai::varchar, '')) = list_sort(string_split((i.nilai - s.beda)::varchar, ''))
        )
),
satu_dugaan as (
    select acuan, any_value(kolom) as kolom, any_value(baris) as baris, any_value(kelurahan) as kelurahan,
        any_value(nilai) as nilai, any_value(cocok) as cocok
    from dugaan
    group by acuan
    having count(*) = 1
)
select
    'kpu' as instansi,
    'pemilih_tps' as tab,
    g.baris,
    coalesce(g.kolom, if(s.acuan = 'tps', 'jumlah_tps', 'dpt_laki_laki')) as kolom,
    if(s.acuan = 'tps', 'Jumlah TPS', 'Jumlah DPT laki-laki dan perempuan') || ' semua kelurahan ' || bilangan(s.jumlah)
        || ', sedangkan acuan ' || s.nama || ' ' || bilangan(s.seharusnya) || '.'
        || coalesce(' Selisihnya habis bila ' || g.kelurahan || ' ' || bilangan(g.cocok) || ', bukan '
            || bilangan(g.nilai) || '.', '') as alasan,
    if(
        g.baris is null,
        'periksa kembali angka tiap kelurahan, atau sampaikan bila acuannya yang berubah',
        'periksa angka ' || g.kelurahan || ' lebih dahulu'
    ) as saran,
    if(s.acuan = 'tps', [], ['dpt_perempuan']) as di_samping
from selisih as s
left join satu_dugaan as g using (acuan)
join tab as t on t.instansi = 'kpu' and t.tab = 'pemilih_tps'
where s.beda <> 0 and t.ditahan = 0 and t.kelurahan_hilang = 0
