-- Pokok apa saja yang diusulkan lembaga untuk rapat, dan apa yang terjadi dengan tiap usulan?
-- Satu baris per pokok: yang menunggu keputusan sekretariat lebih dulu, lalu yang diambil, lalu yang lain. Berubah
-- selagi potretnya tetap, jadi ditanyakan lagi setiap kali.
with tanggal_rapat as (
    select rapat, arg_max(tanggal, (dicatat, id)) as tanggal
    from jadwal
    group by rapat
),
kini as (
    select distinct on (pokok) *
    from usulan
    order by pokok, dicatat desc, id desc
),
riwayat as (
    select
        pokok,
        min(dicatat) as diusulkan,
        count(distinct rapat) filter (where keadaan = 'diambil') as kali,
        list(distinct rapat) filter (where keadaan in ('diambil', 'diputuskan')) as semua_rapat
    from usulan
    group by pokok
)
select
    k.pokok,
    apa_adanya(k.uraian) as uraian,
    k.pemilik,
    sebutan('penanggung_jawab_rapat', k.pemilik) as pemilik_nama,
    k.pengusul,
    i.nama as pengusul_nama,
    k.keadaan,
    k.rapat,
    t.tanggal,
    h.diusulkan,
    k.dicatat as diubah,
    h.kali,
    -- Pokok rapat yang angkanya tampil; tanpa rapat, pokok rapat berikutnya.
    coalesce(
        exists (
            from tanggal_rapat as r
            where list_contains(h.semua_rapat, r.rapat) and r.tanggal = (select tanggal from rapat)
        ),
        false
    ) as rapat_ini,
    t.tanggal > (select tanggal from rapat) as dibawa
from kini as k
join riwayat as h using (pokok)
left join tanggal_rapat as t on t.rapat = k.rapat
left join instansi as i on i.instansi = k.pengusul
order by list_position(['diusulkan', 'diambil', 'diputuskan', 'ditolak'], k.keadaan), h.diusulkan, k.pokok
