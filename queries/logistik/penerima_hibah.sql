-- Sampai mana hibah tiap penerima, dan kapan sisanya direncanakan cair?
-- Satu baris per penerima; bagian yang cair kosong selama belum diketahui. Disorot yang paling tertinggal.
select
    penerima,
    nama as label,
    if(golongan = 'belum_naskah', 0, persen_cair)::double as nilai,
    case
        when nilai is null then ''
        when golongan = 'belum_naskah' then '–'
        else persen(nilai)
    end as teks,
    case golongan
        when 'belum_naskah' then 'belum ada NPHD'
        when 'belum_dilaporkan' then belum_dilaporkan()
        when 'belum_jelas' then 'belum jelas seluruhnya'
        else rupiah_dari(dibayar_rp, nilai_rp)
    end as rincian,
    case
        when sisa = 0 then 'lunas'
        when rencana is not null then 'rencana ' || tgl(rencana) || if(rencana_lewat, ', sudah lewat', '')
        when kata_rencana = 'belum jelas' then 'rencana belum jelas'
        when sisa > 0 then 'belum ada tanggal'
    end as kanan,
    rencana_lewat or lewat_batas as kanan_tebal,
    coalesce(row_number() over (order by nilai nulls last, urutan) = 1 and nilai < 100, false) as sorot,
    nomor_nphd,
    tanggal_nphd,
    persen_cair as bagian,
    nilai_rp,
    dibayar_rp,
    sisa as sisa_rp,
    coalesce(kata_rencana, if(sisa = 0, 'lunas', null)) as rencana,
    case
        when not berbatas then 'tidak ditetapkan'
        when batas is null then 'belum jelas'
        else format('{} {}', tgl(batas), year(batas)) || if(sekaligus, ', sekaligus', '') || if(lewat_batas, ', lewat', '')
    end as batas
from hibah_penerima
order by urutan
