-- Apa yang membuat tiap kelurahan perlu didahulukan?
-- Satu baris per kelurahan daerah ini: empat tanda (ya, tidak, nanti, selesai, belum_dilaporkan), skor, dan alasannya.
-- Yang berklasifikasi terbatas tidak memberi tanda, dan tidak mengubah tanda, supaya tempatnya tidak terbaca dari sini.
with rawan as (
    select
        kelurahan,
        bool_or(tingkat = 'tinggi') as tinggi,
        bool_and(utuh(kolom_rusak, ['tingkat'])) as terbaca,
        string_agg(
            lower(indikator) || coalesce(' ' || bilangan(jumlah_tps_rawan) || ' TPS', ''), ', ' order by kode_indikator
        ) filter (where tingkat = 'tinggi') as teks
    from tps_rawan
    group by kelurahan
),
kejadian_biasa as (
    select
        kelurahan,
        bool_or(coalesce(terbuka and tingkat = 'tinggi', false)) as tinggi,
        bool_and(terbuka is not null and utuh(kolom_rusak, ['tingkat'])) as terbaca,
        array_to_string(beberapa(list(
            lower(isu) || ' ' || coalesce(tgl(tanggal_kejadian) || ' ', '') || '(' || id_kejadian || ')'
                || coalesce(', ditangani ' || penangan, '')
            order by tanggal_kejadian desc, id_kejadian
        ) filter (where terbuka and tingkat = 'tinggi')), '; ') as teks
    from kejadian
    where klasifikasi = 'biasa' and kelurahan is not null
    group by kelurahan
),
tanda as (
    select
        w.kelurahan,
        w.kecamatan,
        case
            when p.tingkat_potensi in ('sedang', 'tinggi') then 'ya'
            when p.tingkat_potensi = 'rendah' then 'tidak'
            else 'belum_dilaporkan'
        end as potensi_konflik,
        case
            when k.tinggi then 'ya'
            when not dilaporkan('kesbangpol', 'kejadian') or not coalesce(k.terbaca, true) then 'belum_dilaporkan'
            else 'tidak'
        end as kejadian_tinggi,
        case
            when berakhir('mitigasi_tinggi_persen') then 'selesai'
            when r.tinggi then 'ya'
            when not r.terbaca then 'belum_dilaporkan'
            when r.kelurahan is null and hari_ini() <= akhir_tahap('survei_tps_rawan') then 'nanti'
            when not dilaporkan('bawaslu', 'tps_rawan') then 'belum_dilaporkan'
            else 'tidak'
        end as tps_rawan,
        case
            when berakhir('tps_terlayani_persen') then 'selesai'
            when belum_dinilai() then 'nanti'
            when t.tps_diterima >= t.jumlah_tps then 'tidak'
            -- Barang terlambat bila rencana KPU untuk kelurahan itu sudah lewat; sebelumnya ia memang belum ditunggu.
            when t.tps_diterima < t.jumlah_tps then if(lewat_rencana(t.rencana_ke_tps), 'ya', 'nanti')
            else 'belum_dilaporkan'
        end as logistik,
        p.tingkat_potensi,
        k.teks as teks_kejadian,
        r.teks as teks_rawan,
        t.jumlah_tps - t.tps_diterima as tps_belum
    from wilayah as w
    left join potensi as p using (kelurahan)
    left join kejadian_biasa as k using (kelurahan)
    left join rawan as r using (kelurahan)
    left join kelurahan_tps as t using (kelurahan)
)
select
    kelurahan,
    kecamatan,
    potensi_konflik,
    kejadian_tinggi,
    tps_rawan,
    logistik,
    len(list_filter([potensi_konflik, kejadian_tinggi, tps_rawan, logistik], lambda tanda: tanda = 'ya')) as skor,
    -- Yang mendesak lebih dulu; kosong bila tidak ada tanda. Tanpa huruf besar di depan dan titik di belakang.
    nullif(concat_ws(
        '; ',
        if(kejadian_tinggi = 'ya', teks_kejadian, null),
        if(potensi_konflik = 'ya', 'potensi konflik ' || tingkat_potensi, null),
        if(tps_rawan = 'ya', 'TPS rawan tinggi: ' || teks_rawan, null),
        if(logistik = 'ya', format('barang belum sampai di {} TPS', bilangan(tps_belum)), null)
    ), '') as alasan
from tanda
