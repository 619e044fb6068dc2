-- Berapa nilai tiap indikator partisipasi, dan apa statusnya sebelum kelengkapan data ditimbang?
-- Satu baris per indikator.
with kelurahan as (
    select
        count(*) as semua,
        count(*) filter (where jumlah = 0) as belum,
        list(kelurahan order by terakhir nulls first, kelurahan) filter (where jumlah = 0) as nama
    from jangkauan_kelurahan
),
segmen as (
    select
        count(*) as semua,
        count(*) filter (where jumlah = 0) as belum,
        list(replace(lower(nama), 'asn', 'ASN') order by urutan) filter (where jumlah = 0) as nama
    from jangkauan_segmen
),
per_seribu as (
    select
        coalesce(sum(jumlah_peserta)::bigint, 0) as peserta,
        1000.0 * peserta / nullif((select sum(dpt_laki_laki + dpt_perempuan) from kpu__pemilih_tps), 0) as nilai
    from kegiatan
    where terlaksana and utuh(kolom_rusak, ['jumlah_peserta', 'status'])
),
pemberitahuan as (
    select
        100.0 * sum(c_pemberitahuan_dibagikan) / nullif(sum(dpt), 0) as persen,
        (sum(dpt) - sum(c_pemberitahuan_dibagikan))::bigint as belum,
        sum(c_pemberitahuan_dibagikan)::bigint as sudah,
        sum(dpt)::bigint as semua,
        (select bool_or(pemberitahuan_berlebih) from kelurahan_tps) as berlebih
    from kelurahan_tps
    where c_pemberitahuan_dibagikan is not null and dpt is not null
),
bersamaan as (
    select
        count(*) as pasang,
        arg_min(kelurahan, ke) as kelurahan,
        arg_min(tanggal, ke) as tanggal,
        arg_min(lembaga(instansi_a) || ' dan ' || lembaga(instansi_b), ke) as pemilik
    -- Yang akan datang masih dapat diatur, jadi didahulukan; sesudah itu yang terbaru.
    from (select *, row_number() over (order by tanggal <= hari_ini(), abs(tanggal - hari_ini()), kelurahan, baris_a, baris_b) as ke from kegiatan_bersamaan)
)
select
    'kelurahan_tanpa_kegiatan' as kode,
    belum::double as nilai,
    status_indikator('kelurahan_tanpa_kegiatan', belum) as status,
    false as belum_waktunya,
    if(belum <= 2, daftar(nama), 'antara lain ' || nama[1]) as sebab,
    format('{} dari {} terjangkau', bilangan(semua - belum), bilangan(semua)) as landasan,
    case
        when belum = 0 then format('Semua {} kelurahan terjangkau', bilangan(semua))
        when belum <= 2 then format('Kelurahan {} belum terjangkau', daftar(nama))
        else format('{} kelurahan belum terjangkau, antara lain {},', kapital(terbilang(belum)), nama[1])
    end || format(' dalam {} hari terakhir.', bilangan(aturan_bulat('hari_kegiatan'))) as kalimat
from kelurahan
union all by name
select
    'peserta_per_1000_pemilih' as kode,
    nilai,
    status,
    'sasaran ' || batas_hijau('peserta_per_1000_pemilih') as sebab,
    bilangan(peserta) || ' peserta' as landasan,
    format('Kegiatan diikuti {} peserta, {} untuk tiap 1.000 pemilih', bilangan(peserta), desimal(nilai))
        || if(status <> 'hijau', '; sasarannya ' || batas_hijau('peserta_per_1000_pemilih'), '') || '.' as kalimat
from (select *, status_indikator('peserta_per_1000_pemilih', nilai) as status from per_seribu)
union all by name
select
    'segmen_tanpa_kegiatan' as kode,
    belum::double as nilai,
    status_indikator('segmen_tanpa_kegiatan', belum) as status,
    if(belum <= 2, daftar(nama), 'antara lain ' || nama[1]) as sebab,
    format('{} dari {} terjangkau', bilangan(semua - belum), bilangan(semua)) as landasan,
    case
        when belum = 0 then format('Semua {} segmen pemilih sudah terjangkau kegiatan.', bilangan(semua))
        when belum <= 3 then format('Segmen {} belum terjangkau satu kegiatan pun.', daftar(nama))
        else format('{} dari {} segmen pemilih belum terjangkau, antara lain {}.', kapital(terbilang(belum)), bilangan(semua), nama[1])
    end as kalimat
from segmen
union all by name
select
    'c_pemberitahuan_persen' as kode,
    persen as nilai,
    status_indikator('c_pemberitahuan_persen', persen) as status,
    berlebih as kurang_lengkap,
    belum_dinilai() as belum_waktunya,
    bilangan(belum) || ' lembar belum' as sebab,
    format('{} dari {}', bilangan(sudah), bilangan(semua)) as landasan,
    case
        when belum_dinilai() then nanti_dinilai()
        when belum <= 0 then 'Semua C.Pemberitahuan sudah dibagikan.'
        else format('{} C.Pemberitahuan sudah dibagikan; {} lembar belum.', persen(persen), bilangan(belum))
    end as kalimat
from pemberitahuan
union all by name
select
    'kegiatan_tumpang_tindih' as kode,
    pasang::double as nilai,
    status_indikator('kegiatan_tumpang_tindih', pasang) as status,
    format('{}, {}', kelurahan, tgl(tanggal)) as sebab,
    case
        when pasang = 0 then 'Tidak ada kegiatan bersamaan di satu kelurahan.'
        when pasang = 1 then format('Kegiatan {} bersamaan di {}, {}.', pemilik, kelurahan, tgl_lisan(tanggal))
        else format('{} pasang kegiatan bersamaan, antara lain di {}, {}.', kapital(terbilang(pasang)), kelurahan, tgl_lisan(tanggal))
    end as kalimat
from bersamaan
