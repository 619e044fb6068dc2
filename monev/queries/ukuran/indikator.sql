-- Bagaimana keadaan semua indikator? Di sini saja status akhir ditetapkan: hijau hanya bila datanya lengkap.
-- Satu baris per indikator.
with lengkap as (
    select
        a.*,
        u.nilai as nilai_ukur,
        coalesce(u.status, status_ambang(u.nilai, a.arah, a.hijau, a.kuning)) as status_ukur,
        coalesce(u.kalimat, format('{} {}.', a.indikator, nilai_kata(u.nilai, a.satuan))) as kalimat_ukur,
        u.gagal,
        u.sebab,
        u.landasan,
        if(
            c.sebagian_baris,
            format('{} dari {} baris yang dipakai terhitung', bilangan(c.dipakai_utuh), bilangan(c.dipakai)),
            null
        ) as landasan_baris,
        coalesce(u.sebanding, true) as sebanding,
        u.pelapor,
        coalesce(u.belum_waktunya, false) as belum_waktunya_sendiri,
        coalesce(u.belum_waktunya, false) or coalesce(hari_ini() < a.mulai, false) as belum_waktunya,
        coalesce(hari_ini() > a.sampai, false) as berakhir,
        c.terhitung,
        c.dikecualikan,
        coalesce(u.kurang_lengkap, false) or c.sebagian or c.bertahan or c.kelurahan_hilang > 0 or c.dikecualikan > 0 as kurang_lengkap,
        c.ragu,
        c.ragu > 0 or c.tab_ragu as diragukan,
        coalesce(c.belum_dilaporkan, true) or u.nilai is null as belum_dilaporkan,
        coalesce(hari_ini() < a.mulai, false) and (coalesce(c.belum_dilaporkan, true) or u.nilai is null) as kelak,
        c.sumber,
        c.tab_kosong,
        -- Di satu kecamatan ambang jumlah kota tidak menilai: hijau karena sedikit bukan hijau. Bagian, dan nol, tetap dinilai.
        sebagian_kota() and not (
            a.satuan = 'persen' or list_contains(nisbah(), a.kode)
            or (a.arah = 'turun' and a.hijau = 0 and (u.nilai <= 0 or coalesce(a.kuning <= 0 or isinf(a.kuning), true)))
        ) as tanpa_penilaian
    from ambang as a
    join ukuran as u using (kode)
    left join cakupan_indikator as c using (kode)
)
select
    halaman,
    urutan,
    bicara,
    kode,
    indikator,
    case when belum_waktunya_sendiri or not belum_dilaporkan then nilai_ukur end::double as nilai,
    satuan,
    arah,
    case
        when belum_waktunya then 'belum_waktunya'
        when belum_dilaporkan then 'belum_dilaporkan'
        when berakhir then 'selesai_dinilai'
        when tanpa_penilaian then 'tanpa_penilaian'
        when status_ukur = 'hijau' and (kurang_lengkap or diragukan) then 'kuning'
        else status_ukur
    end as status,
    case
        when belum_waktunya_sendiri then kalimat_ukur
        when belum_waktunya then format('{} mulai dinilai {}.', indikator, tgl_lisan(mulai))
        when belum_dilaporkan then indikator || ' belum dapat dihitung' || case
            -- Yang sudah selesai dinilai tidak menunggu isi lagi.
            when berakhir and gagal is null then format('; dinilai sampai {}.', tgl_lisan(sampai))
            when gagal is not null then format(': {}.', rtrim(gagal, '.'))
            when tab_kosong is not null then format('; menunggu isi {}.', tab_kosong)
            when dikecualikan > 0 then format('; {} baris belum ikut dihitung.', bilangan(dikecualikan))
            when ragu > 0 then format('; {} baris perlu diperiksa.', bilangan(ragu))
            else '.'
        end
        -- Kalimatnya sendiri menyuruh berbuat sesuatu tentang yang sudah lewat: yang dikatakan nilai terakhirnya.
        when berakhir then format(
            '{} {}; selesai dinilai {}.', lisan(indikator),
            if(contains(lower(lisan(indikator)), satuan), angka_kata(nilai_ukur, satuan), nilai_kata(nilai_ukur, satuan)), tgl_lisan(sampai)
        )
        when status_ukur = 'hijau' then rtrim(kalimat_ukur, '.') || case
            when dikecualikan > 0 then format('; {} baris belum ikut dihitung.', bilangan(dikecualikan))
            when kurang_lengkap then '; datanya belum lengkap.'
            when ragu > 0 then format('; {} baris perlu diperiksa.', bilangan(ragu))
            when diragukan then '; datanya perlu diperiksa.'
            else '.'
        end
        else kalimat_ukur
    end as kalimat,
    -- Mengapa angkanya kuning atau merah, dan dari berapa ia dihitung.
    case
        when status = 'tanpa_penilaian' then 'ambangnya untuk seluruh kota'
        when nilai is null or status not in ('merah', 'kuning') then null
        when status_ukur <> 'hijau' then sebab
        when dikecualikan > 0 then bilangan(dikecualikan) || ' baris belum ikut'
        when ragu > 0 then bilangan(ragu) || ' baris perlu diperiksa'
        else 'datanya belum lengkap'
    end as sebab,
    if(nilai is not null, landasan, null) as landasan,
    -- Yang dikatakan sebagai gantinya bila rumusnya hanya memakai sebagian baris tabnya.
    if(nilai is not null, landasan_baris, null) as landasan_baris,
    if(sampai is null, dasar, format('{}. Dinilai sampai {}.', rtrim(dasar, '.'), tgl_lisan(sampai))) as dasar,
    terhitung,
    dikecualikan,
    sumber,
    sebanding,
    pelapor,
    -- Yang baru dinilai kelak dan belum ada isinya cukup disebut di kaki halaman, bila halamannya punya angka lain.
    kelak and not bool_and(kelak) over (partition by halaman) as nanti
from lengkap
