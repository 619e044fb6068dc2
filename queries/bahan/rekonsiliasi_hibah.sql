-- Samakah catatan BPKPD dan penerima tentang seluruh hibahnya, dan berapa yang sudah cair menurut naskah?
-- Satu baris per penerima yang hibahnya berbatas, dan tiap penerima lain yang tercatat di lembar. Jumlah yang sebagian
-- barisnya belum terbaca tidak disebut: belum diketahui.
with jumlah as (
    select
        penerima,
        -- Satu tahap yang belum diketahui membuat jumlahnya belum diketahui.
        if(count(*) = count(cair_rp), sum(cair_rp), null)::bigint as cair_rp,
        if(count(*) = count(diterima_rp), sum(diterima_rp), null)::bigint as diterima_rp,
        sum(cair_terbaca_rp)::bigint as cair_terbaca_rp,
        sum(diterima_terbaca_rp)::bigint as diterima_terbaca_rp,
        bool_and(cair_dilaporkan) as cair_dilaporkan,
        bool_and(diterima_dilaporkan) as diterima_dilaporkan,
        coalesce(
            daftar(list(format('{} {}', lower(nama_tahap), rupiah_penuh(abs(selisih_rp))) order by urutan)
                filter (where selisih_rp <> 0)),
            ''
        ) as tahap_berbeda
    from bahan_hibah_tahap
    group by penerima
),
terbaca as (
    select
        penerima,
        list(format('{}, tab {} baris {}', pihak, judul_tab, baris) order by instansi, tab, baris)
            filter (where not terbaca and tab <> 'nphd') as belum_terbaca,
        list('baris ' || baris order by baris) filter (where not terbaca and tab = 'nphd') as naskah_belum_terbaca,
        coalesce(bool_and(terbaca) filter (where tab = 'nphd'), false) as naskah_utuh,
        sum(nilai_rp) filter (where tab = 'nphd' and terbaca)::bigint as naskah_awal_rp,
        sum(addendum_rp) filter (where tab = 'nphd' and terbaca)::bigint as addendum_rp
    from bahan_hibah_baris
    group by penerima
),
belanja as (
    -- Satu sel belanja yang belum terbaca membuat jumlahnya belum diketahui.
    select
        penerima,
        if(bool_and(utuh(kolom_rusak, ['belanja_kumulatif', 'tanggal_masuk'])), max(belanja_kumulatif) filter (where sudah(tanggal_masuk)), null)::bigint
            as belanja_rp
    from hibah_diterima
    group by penerima
),
dua_pihak as (
    select
        h.penerima,
        h.nama,
        h.berbatas,
        if(h.sekaligus, 'sekaligus', 'tahap') as pola_pencairan,
        -- Sel yang belum terbaca bukan pengembalian yang belum dilaporkan, dan juga bukan jumlah.
        coalesce(p.dilaporkan, false) as kembali_dilaporkan,
        -- Sebelum pengembaliannya dinilai, yang belum dilaporkan memang belum waktunya.
        not kembali_dilaporkan and hari_ini() < (select mulai from ambang where kode = 'sisa_hibah_belum_kembali_rp')
            as kembali_belum_waktunya,
        p.sisa_rp as sisa_tertulis_rp,
        p.kembali_rp,
        if(
            p.kembali_rp > 0,
            concat_ws(chr(10), 'disetor ' || tgl_tahun(p.tanggal_setor), 'bukti setor ' || p.nomor_bukti_setor),
            null
        ) as bukti_kembali,
        case
            when not p.dilaporkan then null
            when p.laporan_masuk then 'masuk ' || tgl_tahun(p.tanggal_laporan_penggunaan)
            when p.laporan_terbaca then 'belum masuk'
            else 'belum jelas'
        end as laporan,
        exists (from instansi as i where i.instansi = h.penerima) as punya_lembar,
        case
            when h.diterima_belum_terbaca > 0 then null
            when b.penerima is null and j.diterima_dilaporkan then 0
            else b.belanja_rp
        end as belanja_rp,
        if(t.naskah_utuh, h.nphd_rp, null)::bigint as nphd_rp,
        if(t.naskah_utuh, t.naskah_awal_rp, null) as naskah_awal_rp,
        if(t.naskah_utuh, t.addendum_rp, null) as addendum_rp,
        j.* exclude (penerima),
        j.cair_rp - j.diterima_rp as selisih_rp,
        100.0 * j.cair_rp / nullif(if(t.naskah_utuh, h.nphd_rp, null), 0) as cair_persen,
        if(t.naskah_utuh, h.nphd_rp - j.cair_rp, null)::bigint as sisa_rp,
        coalesce(t.belum_terbaca, []) as belum_terbaca,
        coalesce(t.naskah_belum_terbaca, []) as naskah_belum_terbaca,
        h.batas_hibah,
        hari_ini() - h.batas_hibah as lewat_hari,
        case
            when h.sekaligus and h.batas_hibah is null then 'Menurut naskah dicairkan sekaligus.'
            when h.sekaligus
                then format('Menurut naskah dicairkan sekaligus, paling lambat {}.', tgl_lisan_tahun(h.batas_hibah))
            when h.berbatas then format('{}, paling lambat {}.', a.dasar, tgl_lisan_tahun(h.batas_hibah))
            else 'Pembagian tahap dan batas waktunya tidak dinilai untuk penerima ini.'
        end as aturan
    from hibah as h
    join jumlah as j using (penerima)
    left join terbaca as t using (penerima)
    left join belanja as b using (penerima)
    left join pengembalian as p using (penerima)
    cross join (
        select format(
            'Aturannya, menurut {}: tahap I {} persen dan tahap II {} persen', dasar, bilangan(nilai), bilangan(100 - nilai)
        ) as dasar
        from aturan
        where kode = 'tahap1_persen'
    ) as a
)
select
    d.*,
    diterima_rp - belanja_rp as saldo_rp,
    case
        when selisih_rp is null then 'belum_diketahui'
        when selisih_rp = 0 and tahap_berbeda = '' then 'sama'
        else 'berbeda'
    end as keadaan,
    case
        when not punya_lembar then format(
            '{} {} tidak mengirim lembar: dana yang diterima diisi Pihak Kedua dari pembukuannya dan dicocokkan sebelum ditandatangani.',
            if(cair_rp is null, 'Jumlah yang cair menurut BPKPD belum diketahui.', format('BPKPD mencatat cair {}.', rupiah_penuh(cair_rp))),
            nama
        )
        when not cair_dilaporkan and not diterima_dilaporkan
            then format('BPKPD dan {} belum melaporkan catatan hibahnya, sehingga belum dapat dibandingkan.', nama)
        when not cair_dilaporkan or not diterima_dilaporkan then format(
            '{}, sehingga catatan kedua pihak belum dapat dibandingkan.',
            if(cair_dilaporkan, nama || ' belum melaporkan dana yang diterima', 'BPKPD belum melaporkan pencairan')
        )
        when selisih_rp is null then format(
            'Catatan kedua pihak belum dapat dibandingkan seluruhnya, karena masih ada baris yang belum jelas: {}.',
            daftar(belum_terbaca)
        )
        when selisih_rp = 0 and tahap_berbeda <> '' then format(
            'Jumlah kedua pihak sama, {}, tetapi catatan per tahapnya berbeda: {}.', rupiah_penuh(cair_rp), tahap_berbeda
        )
        when selisih_rp = 0 then format(
            'Catatan kedua pihak sama: BPKPD mencatat cair dan {} mencatat diterima {}.', nama, rupiah_penuh(cair_rp)
        )
        else format(
            'Catatan kedua pihak berbeda {}: BPKPD mencatat cair {}, sedangkan {} mencatat diterima {}.',
            rupiah_penuh(abs(selisih_rp)), rupiah_penuh(cair_rp), nama, rupiah_penuh(diterima_rp)
        )
    end as kesimpulan,
    case
        when cair_persen is null then 'Bagian hibah yang sudah cair belum dapat dihitung, karena ' || case
            when len(naskah_belum_terbaca) > 0 then format('NPHD pada {} belum jelas.', daftar(naskah_belum_terbaca))
            when nphd_rp is null then 'NPHD belum dilaporkan.'
            else 'jumlah yang cair belum diketahui.'
        end
        when sisa_rp < 0 then format('Pencairan melebihi naskah {}.', rupiah_penuh(-sisa_rp))
        when sisa_rp = 0 then 'Hibah menurut naskah sudah cair seluruhnya.'
        when not berbatas or batas_hibah is null then format('Hibah menurut naskah sudah cair {}; sisanya {}.', persen(cair_persen), rupiah_penuh(sisa_rp))
        else format('Hibah menurut naskah sudah cair {}; sisanya {}, ', persen(cair_persen), rupiah_penuh(sisa_rp))
            || if(lewat_hari > 0, format('lewat {} hari dari batas ', bilangan(lewat_hari)), 'batasnya ')
            || tgl_lisan_tahun(batas_hibah) || '.'
    end as pencairan
from dua_pihak as d
order by (select urutan from pilihan where daftar = 'penerima_hibah' and kode = d.penerima)
