/* rekonsiliasi
judul  = "Kasus netralitas ASN"
kiri   = "Bawaslu"
kanan  = "Pemkot (Kesbangpol)"
satuan = "kasus"

[memakai]
# Kasus tanpa baris tindak lanjut memang belum ditindaklanjuti, juga bila tabnya masih kosong.
"bawaslu/netralitas_asn" = ["hasil", "tanggal_diteruskan", "tanggal_rekomendasi", "rekomendasi"]
"kesbangpol/tindak_lanjut_asn" = { kolom = ["status"], boleh_kosong = true }
*/
-- Berapa kasus netralitas ASN menurut Bawaslu, BKN, dan kota, dari dicatat sampai ditindaklanjuti?
-- Satu baris per pembandingan. Angka BKN dicatat di lembar Bawaslu, angka kota di lembar Kesbangpol.
with tab_asn as (
    select
        bool_or(dilaporkan) filter (where instansi = 'bawaslu') as bawaslu_ada,
        bool_or(ada) filter (where instansi = 'kesbangpol') as kota_ada,
        bool_or(dilaporkan) filter (where instansi = 'kesbangpol') as kota_dilaporkan
    from pembandingan_dasar
    where kode = 'R7'
),
jumlah as (
    select
        count(*) filter (where di_bawaslu) as dicatat_bawaslu,
        count(*) filter (where hasil = 'dicabut') as dicabut,
        count(*) filter (where di_kota) as dicatat_kota,
        count(*) filter (where di_kota and not di_bawaslu) as hanya_kota,
        count(*) filter (where di_bawaslu and not di_kota) as hanya_bawaslu,
        count(*) filter (where tanggal_diteruskan is not null and hasil is distinct from 'dicabut') as diteruskan,
        count(*) filter (where tanggal_rekomendasi is not null and hasil is distinct from 'dicabut') as dijawab,
        count(*) filter (where perlu_dilaksanakan) as perlu,
        count(*) filter (where perlu_dilaksanakan and di_kota) as ditindaklanjuti,
        count(*) filter (where perlu_dilaksanakan and dilaksanakan) as selesai
    from kasus_asn
),
dibandingkan as (
    select
        'Kasus dicatat' as kunci,
        'Bawaslu: kasus dicatat' as kiri,
        if(bawaslu_ada, dicatat_bawaslu, null) as nilai_kiri,
        'Pemkot (Kesbangpol): kasus dicatat' as kanan,
        if(kota_dilaporkan, dicatat_kota, null) as nilai_kanan,
        hanya_kota + hanya_bawaslu = 0 as cocok,
        format('Bawaslu mencatat {} kasus', terbilang(dicatat_bawaslu))
            || if(dicabut > 0, format(' ({} dicabut)', terbilang(dicabut)), '')
            || format(', Pemkot mencatat {}', terbilang(dicatat_kota))
            || coalesce('; ' || nullif(concat_ws(
                ' dan ',
                if(hanya_kota > 0, terbilang(hanya_kota) || ' kasus hanya dicatat Pemkot', null),
                if(hanya_bawaslu > 0, terbilang(hanya_bawaslu) || ' kasus hanya dicatat Bawaslu', null)
            ), ''), ' kasus yang sama') || '.' as kalimat
    from jumlah, tab_asn
    union all by name
    select
        'Diteruskan ke BKN' as kunci,
        'Bawaslu: diteruskan ke BKN' as kiri,
        if(bawaslu_ada, diteruskan, null) as nilai_kiri,
        'BKN: direkomendasikan' as kanan,
        if(bawaslu_ada, dijawab, null) as nilai_kanan,
        true as berjalan,
        if(
            diteruskan + dijawab = 0,
            'Belum ada kasus yang diteruskan Bawaslu ke BKN',
            format('Bawaslu meneruskan {} kasus ke BKN, BKN ', terbilang(diteruskan))
                || if(dijawab = 0, 'belum merekomendasikan satu pun', format('merekomendasikan {} kasus', terbilang(dijawab)))
                || if(diteruskan = dijawab, '', format('; selisih {} kasus', terbilang(abs(diteruskan - dijawab))))
        ) || '.' as kalimat
    from jumlah, tab_asn
    union all by name
    select
        'Rekomendasi BKN' as kunci,
        'BKN: direkomendasikan sanksi' as kiri,
        if(bawaslu_ada, perlu, null) as nilai_kiri,
        'Pemkot (Kesbangpol): ditindaklanjuti' as kanan,
        if(kota_ada, ditindaklanjuti, null) as nilai_kanan,
        true as berjalan,
        if(
            perlu = 0,
            'Belum ada rekomendasi sanksi BKN yang perlu ditindaklanjuti Pemkot.',
            format('BKN merekomendasikan sanksi untuk {} kasus, Pemkot ', terbilang(perlu))
                || if(
                    ditindaklanjuti = 0,
                    'belum mencatat tindak lanjutnya',
                    format('mencatat tindak lanjut {} kasus', terbilang(ditindaklanjuti))
                )
                || format('; {} selesai.', if(selesai = 0, 'belum ada yang', terbilang(selesai)))
        ) as kalimat
    from jumlah, tab_asn
)
select
    kunci,
    kiri,
    nilai_kiri,
    kanan,
    nilai_kanan,
    cocok,
    berjalan,
    -- Satu hal satu warna: kasus yang berjalan, dan daftar yang perlu disamakan, kuning di mana pun; yang lewat batas
    -- dinilai indikatornya sendiri.
    'kuning' as bila_beda,
    case
        when nilai_kiri is null then 'Catatan kasus netralitas ASN dari Bawaslu belum dilaporkan.'
        when nilai_kanan is null then 'Catatan tindak lanjut netralitas ASN dari Pemkot belum dilaporkan.'
        else kalimat
    end as kalimat
from dibandingkan
