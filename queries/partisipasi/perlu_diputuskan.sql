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
semua as (
    -- Yang sudah punya rencana cukup dipastikan; yang belum dikumpulkan dalam satu baris per jenis.
    select
        kode,
        urut + 1 as urut,
        format('Pastikan kegiatan {} untuk {} **{}**: ', tgl(rencana), jenis, nama)
            || coalesce('kegiatan terakhir ' || tgl(terakhir), 'belum pernah ada kegiatan') || '.' as uraian,
        lembaga(rencana_instansi) as pemilik,
        'rencana ' || tgl(rencana) as tenggat,
        rencana as tanggal,
        rencana_instansi as instansi,
        rencana_tab as tab,
        rencana_baris as baris
    from belum
    where rencana is not null
    qualify row_number() over (partition by kode order by terakhir nulls first, rencana) <= 3
    union all by name
    select
        kode,
        urut,
        format('Sepakati siapa menjangkau {} **{}**: belum ada rencana.', jenis, daftar(if(
            count(*) <= 5,
            list(nama order by terakhir nulls first, nama),
            list(nama order by terakhir nulls first, nama)[:4] || [bilangan(count(*) - 4) || ' lainnya']
        ))) as uraian,
        any_value(lembaga_kegiatan) as pemilik,
        usul_sampai_h('hari_usul') as tenggat
    from belum, pelaksana
    where rencana is null
    group by kode, urut, jenis
    union all by name
    select
        i.kode,
        5 as urut,
        format('Perluas kegiatan: **{} peserta per 1.000 pemilih**, sasarannya {}.', desimal(i.nilai), batas_hijau(i.kode)) as uraian,
        lembaga_kegiatan as pemilik,
        'usul sebelum masa tenang ' || tgl(mulai_tahap('masa_tenang')) as tenggat
    from indikator as i, pelaksana
    where i.kode = 'peserta_per_1000_pemilih' and status_indikator(i.kode, i.nilai) <> 'hijau' and hari_ini() < mulai_tahap('masa_tenang')
    union all by name
    select
        i.kode,
        0 as urut,
        format(
            'Tuntaskan **{} C.Pemberitahuan**, terbanyak di {} ({}).',
            bilangan(sum(k.belum)::bigint), arg_max(k.kelurahan, (k.belum, k.baris)), bilangan(max(k.belum))
        ) as uraian,
        'KPU' as pemilik,
        batas_hari(akhir_tahap('c_pemberitahuan_sampai')) as tenggat,
        'kpu' as instansi,
        'distribusi' as tab,
        arg_max(k.baris, (k.belum, k.baris)) as baris
    from indikator as i, (select *, dpt - c_pemberitahuan_dibagikan as belum from kelurahan_tps) as k
    where i.kode = 'c_pemberitahuan_persen' and i.status in ('kuning', 'merah') and k.belum > 0
    group by i.kode
    union all by name
    select
        'kegiatan_tumpang_tindih' as kode,
        6 as urut,
        format(
            '{}: **{} dan {}** sama-sama di {}, {}.', if(akan_datang, 'Gabungkan atau geser', 'Sepakati jadwal bersama'),
            lembaga(instansi_a), lembaga(instansi_b), kelurahan, tgl(tanggal)
        ) as uraian,
        format('{} dan {}', lembaga(instansi_a), lembaga(instansi_b)) as pemilik,
        if(akan_datang, 'sebelum ' || tgl(tanggal), usul_sampai_h('hari_usul')) as tenggat,
        instansi_a as instansi,
        tab_a as tab,
        baris_a as baris
    from kegiatan_bersamaan
    -- Satu hal per pasang lembaga: yang akan datang lebih dulu, lalu yang terbaru.
    qualify row_number() over (
        partition by instansi_a, instansi_b order by tanggal <= hari_ini(), abs(tanggal - hari_ini()), kelurahan, baris_a, baris_b
    ) = 1
    union all by name
    select
        i.kode,
        0 as urut,
        format(
            'Bahas sebab partisipasi **{}**, sasarannya {} persen; terendah di {}.', persen(i.nilai), batas_hijau(i.kode),
            daftar((select list(kelurahan order by persen, kelurahan) from partisipasi_kelurahan where persen is not null)[:3])
        ) as uraian,
        lembaga_kegiatan as pemilik,
        usul_tenggat('hari_usul') as tenggat,
        'kpu' as instansi,
        'partisipasi' as tab,
        (select arg_min(baris, (persen, kelurahan)) from partisipasi_kelurahan where persen is not null) as baris
    from indikator as i, pelaksana
    where i.kode = 'partisipasi_persen' and i.status in ('kuning', 'merah') and status_indikator(i.kode, i.nilai) <> 'hijau'
    union all by name
    select
        i.kode,
        0 as urut,
        format('Selesaikan **rekapitulasi {}**: rencananya sudah lewat.', daftar(beberapa(list(r.nama order by r.tanggal_rencana, r.nama)))) as uraian,
        'KPU' as pemilik,
        usul_tenggat('hari_usul_segera') as tenggat,
        min(r.tanggal_rencana) as tanggal,
        'kpu' as instansi,
        'rekapitulasi' as tab,
        arg_min(r.baris, (r.tanggal_rencana, r.nama)) as baris
    from indikator as i, rekap as r
    where i.kode = 'rekap_terlambat' and i.status in ('kuning', 'merah') and r.terlambat and not r.selesai
    group by i.kode
)
select s.*, i.status
from semua as s
join indikator as i using (kode)
-- Tentang yang sudah selesai dinilai tidak ada lagi yang perlu diputuskan.
where not berakhir(s.kode)
