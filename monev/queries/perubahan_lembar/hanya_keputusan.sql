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
    from janji_tertulis
    except
    select * exclude (baris)
    from lampau.janji_tertulis
),
hilang as (
    select * exclude (baris)
    from lampau.janji_tertulis
    except
    select * exclude (baris)
    from janji_tertulis
),
-- Tab lain dari lembaga yang menyimpan keputusan.
isi_kini as (
    select i.* from isi_baris as i join penyimpan as p on p.instansi = i.instansi and p.tab <> i.tab
),
isi_dulu as (
    select i.* from lampau.isi_baris as i join penyimpan as p on p.instansi = i.instansi and p.tab <> i.tab
),
lain as (
    (from isi_kini except from isi_dulu)
    union all
    (from isi_dulu except from isi_kini)
)
select exists (from baru)
    and not exists (from instansi_lain anti join penyimpan using (instansi))
    and not exists (from baru where tanggal_rapat is distinct from hari_ini() or not coalesce(status in ('belum', 'ditarik'), false))
    -- Baris yang diubah dari layar; kabar hanya diketik petugas.
    and not exists (
        from hilang as h
        anti join baru as b on b.id = h.id and b.tanggal_rapat = h.tanggal_rapat
            and b.kabar is not distinct from h.kabar and b.tenggat_baru is not distinct from h.tenggat_baru
            and h.status in ('belum', 'ditarik')
    )
    and not exists (from lain)
    -- Baris yang tertahan tidak ikut dibandingkan di atas.
    and not exists (
        from tab as t
        join lampau.tab as d using (instansi, tab)
        semi join penyimpan using (instansi)
        where t.ditahan <> d.ditahan
    ) as hanya_keputusan
