-- Apa yang diminta kementerian tentang hibah tiap penerima, dan dokumen mana buktinya?
-- Satu baris per penerima, lalu jumlahnya; jumlah disebut hanya bila bagian semua penerima diketahui.
with sp2d as (
    select
        penerima,
        string_agg(
            format('{}, {}, {}', coalesce(nomor_sp2d, 'tanpa nomor'), tgl_tahun(tanggal_sp2d), rupiah_penuh(nilai_sp2d)),
            chr(10) order by tanggal_sp2d, baris
        ) as bukti_cair
    from sp2d_cair
    group by penerima
),
tiap_penerima as (
    select
        h.urutan,
        h.nama,
        case h.golongan
            when 'belum_naskah' then 'NPHD belum ditandatangani'
            when 'belum_cair' then 'belum cair'
            when 'sebagian' then format('sebagian, di bawah {}%', bilangan(aturan('tahap1_persen')))
            when 'tahap_1' then format('{}% sampai di bawah 100%', bilangan(aturan('tahap1_persen')))
            when 'penuh' then '100%'
            when 'lebih' then 'melebihi NPHD'
            when 'belum_dilaporkan' then belum_dilaporkan()
            else 'belum jelas seluruhnya'
        end as keadaan,
        h.golongan,
        h.nomor_nphd,
        h.tanggal_nphd,
        if(h.sekaligus, 'sekaligus', if(h.nomor_nphd is null, null, 'bertahap')) as pola,
        -- Tanpa naskah tidak ada nilai dan tidak ada sisa; selain itu yang kosong belum diketahui.
        h.nilai_rp,
        h.dibayar_rp,
        h.persen_cair,
        h.sisa as sisa_rp,
        h.rencana,
        coalesce(h.kata_rencana, if(h.golongan = 'penuh', 'tidak ada sisa', null)) as kata_rencana,
        s.bukti_cair,
        nullif(array_to_string(yang_ada([
            if(h.lewat_batas, format('lewat {} hari dari batas {}', bilangan(hari_ini() - h.batas), tgl_tahun(h.batas)), null),
            'tertunda: ' || h.alasan_tertunda,
            if(h.golongan = 'lebih', 'lebih ' || rupiah_penuh(-h.sisa), null)
        ]), '; '), '') as keterangan
    from hibah_penerima as h
    left join sp2d as s using (penerima)
),
jumlah as (
    select
        max(urutan) + 1 as urutan,
        'Jumlah' as nama,
        count(*) = count(*) filter (where sisa_rp is not null or (golongan = 'belum_naskah' and dibayar_rp = 0)) as diketahui,
        if(diketahui, sum(nilai_rp), null)::bigint as nilai_rp,
        if(diketahui, sum(dibayar_rp), null)::bigint as dibayar_rp,
        if(diketahui, sum(sisa_rp), null)::bigint as sisa_rp,
        if(diketahui, 100.0 * sum(dibayar_rp) / nullif(sum(nilai_rp), 0), null) as persen_cair,
        if(diketahui, null, 'belum diketahui seluruhnya') as keadaan
    from tiap_penerima
)
select * exclude (golongan) from tiap_penerima
union all by name
select urutan, nama, keadaan, nilai_rp, dibayar_rp, persen_cair, sisa_rp from jumlah
order by urutan
