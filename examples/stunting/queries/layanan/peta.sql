-- Di kelurahan mana penimbangan balita paling rendah?
-- Satu baris per kelurahan. Tingkat 2 (paling menonjol) di bawah batas rendah, 1 di bawah sasaran, 0 tercapai.
select
    w.kelurahan,
    w.kecamatan,
    w.petak_kolom,
    w.petak_baris,
    w.nama_petak,
    case
        when p.ditimbang_persen < aturan('balita_rendah_persen') then 2
        when p.ditimbang_persen < aturan('balita_ditimbang_persen') then 1
        when p.ditimbang_persen is not null then 0
    end as tingkat,
    p.belum_ditimbang as jumlah,
    coalesce(bilangan(p.belum_ditimbang), '?') as label,
    p.ditimbang_persen,
    aturan('balita_rendah_persen') as rendah_persen,
    aturan('balita_ditimbang_persen') as sasaran_persen,
    coalesce(
        format('{} ditimbang, {} belum', persen(p.ditimbang_persen), bilangan(p.belum_ditimbang)), belum_dilaporkan()
    ) as keterangan
from wilayah as w
left join posyandu as p using (kelurahan)
order by w.petak_baris, w.petak_kolom
