-- Apa yang dapat dicari, dengan kata apa, dan di halaman mana ia dibuka?
-- Satu baris per angka, pokok agenda, tempat, janji, dan temuan yang masih terbuka, seratus yang paling berat tiap lembaga;
-- ke kosong bila halamannya halaman berpeta. Yang bertanda lembaga hanya bagi yang boleh melihat rincian lembaga itu.
with temuan_terbuka as (
    select
        t.*,
        i.nama,
        i.urutan,
        coalesce(k.judul_tab, tab.judul) as judul_tab,
        k.judul as judul_kolom
    from temuan as t
    left join kolom as k using (instansi, tab, kolom)
    left join tab using (instansi, tab)
    join instansi as i using (instansi)
    where perlu_dibenahi(t.bobot)
    qualify row_number() over (
        partition by t.instansi order by list_position(['tolak', 'periksa'], t.bobot), t.tab, t.baris, t.sel
    ) <= 100
),
semua as (
    select
        1 as golongan,
        'angka' as jenis,
        row_number() over (order by a.nomor, genting(i.status), i.bicara, i.urutan) as urut,
        i.indikator as judul,
        format('{} {}', a.nomor, a.judul_pendek) as keterangan,
        concat_ws(' ', i.kode, a.judul, p.pemilik, i.kalimat) as kata,
        'angka?kode=' || i.kode as ke,
        i.kode,
        i.halaman,
        i.status,
        i.nilai,
        i.satuan
    from indikator as i
    join agenda as a using (halaman)
    left join pemilik_indikator as p using (kode)
    union all by name
    select 2 as golongan, 'halaman' as jenis, nomor as urut, judul, format('agenda {}', nomor) as keterangan, judul_pendek as kata, halaman as ke
    from agenda
    union all by name
    select
        3 as golongan,
        'tempat' as jenis,
        row_number() over (order by kecamatan) as urut,
        kecamatan as judul,
        'kecamatan' as keterangan,
        concat_ws(' ', any_value(kode_kecamatan), string_agg(kelurahan, ' ' order by kelurahan)) as kata
    from wilayah
    group by kecamatan
    union all by name
    select
        3 as golongan,
        'tempat' as jenis,
        1000 + row_number() over (order by kelurahan, kecamatan) as urut,
        kelurahan as judul,
        format('kelurahan di {}', kecamatan) as keterangan,
        kode_kelurahan as kata
    from wilayah
    union all by name
    select
        4 as golongan,
        'janji' as jenis,
        row_number() over (order by not lewat, tenggat nulls last, id) as urut,
        apa_adanya(uraian) as judul,
        concat_ws(', ', id, pemilik, 'tenggat ' || tgl(tenggat), lower(keadaan_kata)) as keterangan,
        agenda as kata,
        'tindak_lanjut?lembaga=semua' as ke,
        id as sasaran,
        status
    from tindak_lanjut
    union all by name
    select
        5 as golongan,
        'temuan' as jenis,
        row_number() over (order by urutan, list_position(['tolak', 'periksa'], bobot), tab, baris, sel) as urut,
        concat_ws(', ', judul_tab, coalesce(judul_kolom, 'baris ' || nomor_baris(baris))) as judul,
        concat_ws(' ', nama, sel, alasan) as keterangan,
        null as kata,
        format('mutu_data?instansi={}&bobot=semua', instansi) as ke,
        concat_ws('!', tab, coalesce(sel, baris::varchar)) as sasaran,
        instansi
    from temuan_terbuka
)
select
    jenis, judul, keterangan, kata, ke, sasaran, kode, halaman, status, nilai, satuan, instansi
from semua
order by golongan, urut
