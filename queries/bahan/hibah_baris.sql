-- Baris lembar mana yang menjadi dasar berita acara hibah, dan mana yang belum terbaca?
-- Satu baris per naskah, SP2D, atau penerimaan; menurut penerima, lalu tahap.
select
    c.penerima,
    h.nama,
    c.instansi,
    i.nama as pihak,
    c.tab,
    t.judul as judul_tab,
    c.baris,
    c.tahap,
    coalesce(sebutan('tahap_pencairan', c.tahap), if(c.tab = 'nphd', 'NPHD', 'Belum jelas')) as nama_tahap,
    c.nomor,
    c.tanggal,
    c.tanggal_rencana_cair,
    c.nilai_rp,
    c.addendum_rp,
    c.terbaca,
    c.dihitung,
    case
        when c.keadaan = 'tertahan' then 'baris belum terhitung'
        when not c.terbaca and c.tab = 'pencairan' then 'nilai atau status belum jelas'
        when not c.terbaca then 'nilai belum jelas'
        when c.tab = 'pencairan' and c.keadaan <> 'cair' then lower(sebutan('status_pencairan', c.keadaan)) || ', belum dihitung'
        when not c.dihitung then 'bertanggal sesudah hari ini, belum dihitung'
        else 'dihitung'
    end as keterangan
from catatan_hibah as c
join hibah as h using (penerima)
left join instansi as i using (instansi)
left join tab as t using (instansi, tab)
left join pilihan as p on p.daftar = 'tahap_pencairan' and p.kode = c.tahap
left join pilihan as n on n.daftar = 'penerima_hibah' and n.kode = c.penerima
order by n.urutan, list_position(['nphd', 'pencairan', 'hibah'], c.tab), p.urutan nulls last, c.tanggal nulls last, c.baris
