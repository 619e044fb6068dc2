-- Apa yang perlu diputuskan rapat tentang jangkauan kegiatan dan C.Pemberitahuan?
-- Satu baris per hal yang menunggu keputusan.
with pelaksana as (
    select daftar(list(i.nama order by i.urutan)) as lembaga_kegiatan
    from cakupan as c
    join instansi as i using (instansi)
    where c.kode = 'kelurahan_tanpa_kegiatan'
),
belum as (
    select 'kelurahan_tanpa_kegiatan' as kode, 1 as urut, 'kelurahan' as jenis, kelurahan as nama, * exclude (kelurahan)
    from jangkauan_kelurahan
    where jumlah = 0
    union all by name
    select 'segmen_tanpa_kegiatan' as kode, 3 as urut, 'segmen' as jenis, lower(nama) as nama, * exclude (nama, urutan)
    from jangkauan_segmen
    where jumlah = 0
),
-- Yang sudah punya rencana cukup dipastikan; yang belum dikumpulkan dalam satu baris per jenis.
dipastikan as (
    select
        kode,
        urut + 1 as urut,
        'Pastikan kegiatan ' || tgl(rencana) || ' untuk ' || jenis || ' **' || nama || '**'
            || coalesce(': kegiatan terakhir ' || tgl(terakhir), ': belum pernah ada kegiatan') || '.' as uraian,
        lembaga(rencana_instansi) as pemilik,
        'rencana ' || tgl(rencana) as tenggat,
        rencana as tanggal,
        rencana_instansi as instansi,
        rencana_tab as tab,
        rencana_baris as baris
    from belum
    where rencana is not null
    qualify row_number() over (partition by kode order by terakhir nulls first, rencana) <= 3
),
ditugaskan as (
    select
        kode,
        urut,
        'Sepakati siapa menjangkau ' || jenis || ' **' || daftar(if(count(*) <= 5, list(nama order by terakhir nulls first, nama),
            list(nama order by terakhir nulls first, nama)[:4] || [bilangan(count(*) - 4) || ' lainnya']))
            || '**: belum ada rencana.' as uraian,
        any_value(lembaga_kegiatan) as pemilik,
        'usul tenggat ' || tgl(usul('hari_usul')) as tenggat
    from belum, pelaksana
    where rencana is null
    group by kode, urut, jenis
),
peserta as (
    select
        i.kode,
        5 as urut,
        'Perluas kegiatan: **' || desimal(i.nilai) || ' peserta per 1.000 pemilih**, sasarannya '
            || batas_hijau(i.kode) || '.' as uraian,
        lembaga_kegiatan as pemilik,
        'usul sebelum masa tenang ' || tgl(t.mulai) as tenggat
    from indikator as i
    join tahapan as t on t.kode = 'masa_tenang'
    cross join pelaksana
    where i.kode = 'peserta_per_1000_pemilih' and status_indikator(i.kode, i.nilai) <> 'hijau' and hari_ini() < t.mulai
),
pemberitahuan as (
    select
        i.kode,
        0 as urut,
        'Tuntaskan **' || bilangan(sum(k.dpt - k.c_pemberitahuan_dibagikan)::bigint) || ' C.Pemberitahuan**, terbanyak di '
            || arg_max(k.kelurahan, (k.dpt - k.c_pemberitahuan_dibagikan, k.baris)) || ' ('
            || bilangan(max(k.dpt - k.c_pemberitahuan_dibagikan)) || ').' as uraian,
        'KPU' as pemilik,
        'batas ' || tgl(any_value(t.selesai)) as tenggat,
        'kpu' as instansi,
        'distribusi' as tab,
        arg_max(k.baris, (k.dpt - k.c_pemberitahuan_dibagikan, k.baris)) as baris
    from indikator as i
    join tahapan as t on t.kode = 'c_pemberitahuan_sampai'
    cross join kelurahan_tps as k
    where i.kode = 'c_pemberitahuan_persen' and i.status in ('kuning', 'merah') and k.c_pemberitahuan_dibagikan < k.dpt
    group by i.kode
),
bersamaan as (
    select
        'kegiatan_tumpang_tindih' as kode,
        6 as urut,
        if(akan_datang, 'Gabungkan atau geser: ', 'Sepakati jadwal bersama: ') || '**' || lembaga(instansi_a) || ' dan '
            || lembaga(instansi_b) || '** sama-sama di ' || kelurahan || ', ' || tgl(tanggal) || '.' as uraian,
        lembaga(instansi_a) || ' dan ' || lembaga(instansi_b) as pemilik,
        if(akan_datang, 'sebelum ' || tgl(tanggal), 'usul tenggat ' || tgl(usul('hari_usul'))) as tenggat,
        instansi_a as instansi,
        tab_a as tab,
        baris_a as baris
    from kegiatan_bersamaan
    -- Satu hal per pasang lembaga: yang akan datang lebih dulu, lalu yang terbaru.
    qualify row_number() over (
        partition by instansi_a, instansi_b order by tanggal <= hari_ini(), abs(tanggal - hari_ini()), kelurahan, baris_a, baris_b
    ) = 1
),
semua as (
    from dipastikan
    union all by name
    from ditugaskan
    union all by name
    from peserta
    union all by name
    from pemberitahuan
    union all by name
    from bersamaan
)
select s.*, i.status
from semua as s
join indikator as i using (kode)
