-- Siapa berjanji apa, sampai kapan, bagaimana keadaannya menurut tanggal acuan, dan tepatkah waktunya?
-- Satu baris per keputusan rapat; status ditulis sebagai warna yang sama dengan indikator. Yang status atau tenggatnya
-- tidak terbaca tidak pernah disebut lewat atau tepat waktu; yang ditarik bukan janji lagi, jadi tidak pernah dihitung.
with terlihat as (
    select
        t.*,
        nullif(r.tenggat_awal, t.tenggat) as tenggat_awal,
        r.belum_pada,
        coalesce(t.status = 'ditarik', false) as ditarik,
        t.status not in ('selesai', 'ditarik') and t.tenggat < hari_ini() as lewat,
        -- Tanggal datanya dipercaya bila dimajukan sejak rapat, dan sejak barisnya terakhir menyebut belum selesai.
        if(t.tanggal_data > greatest(t.tanggal_rapat, r.belum_menurut), t.tanggal_data, null) as selesai_menurut,
        r.selesai_pada
    from janji_tertulis as t
    left join riwayat_janji as r on r.id = rapi(t.id)
)
select
    t.id,
    t.tanggal_rapat,
    t.agenda,
    t.uraian,
    t.penanggung_jawab,
    sebutan_semua('penanggung_jawab_rapat', t.penanggung_jawab) as pemilik,
    t.tenggat,
    t.tenggat_awal,
    t.tenggat_baru,
    coalesce(t.tenggat_baru > t.tenggat and t.status not in ('selesai', 'ditarik'), false) as minta_undur,
    t.status as keadaan,
    sebutan('status_tindak_lanjut', t.status) as keadaan_kata,
    d.status as dulu_keadaan,
    sebutan('status_tindak_lanjut', d.status) as dulu_keadaan_kata,
    t.ditarik,
    coalesce(t.lewat, false) as lewat,
    if(t.lewat, hari_ini() - t.tenggat, null) as lewat_hari,
    if(t.status = 'selesai', least(t.selesai_pada, t.selesai_menurut), null) as selesai_paling_lambat,
    case
        when t.ditarik then null
        when (t.status is distinct from 'selesai') and coalesce(t.tenggat >= hari_ini(), true) then null
        when t.status is null or t.tenggat is null then 'belum_tahu'
        when t.lewat then 'terlambat'
        -- Masih belum selesai pada hari sesudah tenggat, kecuali barisnya sendiri kini menyebut hari yang lebih awal.
        when t.belum_pada > t.tenggat then if(t.selesai_menurut <= t.tenggat, 'belum_tahu', 'terlambat')
        when least(t.selesai_pada, t.selesai_menurut) <= t.tenggat then 'tepat'
        else 'belum_tahu'
    end as ketepatan,
    case
        when t.ditarik then 'belum_waktunya'
        when t.status is null or t.tenggat is null then 'belum_dilaporkan'
        when t.status = 'selesai' then 'hijau'
        when t.lewat then 'merah'
        when t.status = 'terkendala' then 'kuning'
        else 'belum_waktunya'
    end as status,
    t.kabar,
    t.indikator,
    t.nilai_saat_dicatat,
    t.baris,
    alamat_baris(tab.tautan, t.baris) as tautan
from terlihat as t
cross join penyimpan as p
join tab on tab.instansi = p.instansi and tab.tab = p.tab
left join lampau.janji_tertulis as d on rapi(d.id) = rapi(t.id)
