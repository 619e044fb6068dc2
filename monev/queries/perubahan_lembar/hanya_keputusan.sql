-- Apakah isi lembar lain dari potret pembanding hanya karena keputusan hari itu yang baru ditulis atau diubah di lembar?
-- Satu baris.
with instansi_lain as (
    select i.instansi
    from instansi as i
    join lampau.instansi as d using (instansi)
    where i.hash is distinct from d.hash
),
baru as (
    select * exclude (baris)
    from sekretariat__tindak_lanjut
    except
    select * exclude (baris)
    from lampau.sekretariat__tindak_lanjut
),
hilang as (
    select * exclude (baris)
    from lampau.sekretariat__tindak_lanjut
    except
    select * exclude (baris)
    from sekretariat__tindak_lanjut
),
laporan_lain as (
    (from sekretariat__laporan_desk except from lampau.sekretariat__laporan_desk)
    union all
    (from lampau.sekretariat__laporan_desk except from sekretariat__laporan_desk)
)
select exists (from baru)
    and not exists (from instansi_lain where instansi <> 'sekretariat')
    and not exists (from baru where tanggal_rapat is distinct from hari_ini() or not coalesce(status in ('belum', 'ditarik'), false))
    -- Baris yang diubah dari layar; kabar hanya diketik petugas.
    and not exists (
        from hilang as h
        anti join baru as b on b.id = h.id and b.tanggal_rapat = h.tanggal_rapat
            and b.kabar is not distinct from h.kabar and b.tenggat_baru is not distinct from h.tenggat_baru
            and h.status in ('belum', 'ditarik')
    )
    and not exists (from laporan_lain)
    -- Baris yang tertahan tidak ikut dibandingkan di atas.
    and not exists (
        from tab as t
        join lampau.tab as d using (instansi, tab)
        where instansi = 'sekretariat' and t.ditahan <> d.ditahan
    ) as hanya_keputusan
