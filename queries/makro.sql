-- Kata yang hanya dipakai pertanyaan topik ini, di samping kata semua topik di monev/queries/makro.sql.
-- Hari pemungutan suara.
create or replace macro hari_pemungutan() as (select tanggal_pemungutan from daerah);

-- Hari pertama dan terakhir satu tahapan.
create or replace macro mulai_tahap(nama_tahap) as (select mulai from tahapan where kode = nama_tahap);
create or replace macro akhir_tahap(nama_tahap) as (select selesai from tahapan where kode = nama_tahap);

create or replace macro masa_tahap(nama_tahap) as
    format('{} sampai {}', tgl_lisan(mulai_tahap(nama_tahap)), tgl_lisan(akhir_tahap(nama_tahap)));

-- Apakah barang di TPS belum waktunya dinilai, dan bagaimana itu dikatakan?
create or replace macro belum_dinilai() as hari_ini() < hari_h(aturan('mulai_dinilai_h'));
create or replace macro nanti_dinilai() as format('Dinilai mulai {}.', tgl(hari_h(aturan('mulai_dinilai_h'))));

-- Sudahkah hari semua barang harus sampai?
create or replace macro lewat_batas_barang() as hari_ini() >= hari_h(aturan('batas_barang_h'));

-- Hari barang satu kelurahan ditunggu: rencana KPU sendiri; tanpa rencana yang terbaca, hari terakhir menurut aturan.
create or replace macro rencana_dinilai(rencana) as coalesce(rencana, hari_h(aturan('batas_barang_h')));

-- Direncanakan sesudah hari terakhir itu, dan sudah lewat rencananya sendiri; sejak hari pemungutan rencana tidak menunda lagi.
create or replace macro rencana_terlalu_lambat(rencana) as
    hari_ini() < hari_pemungutan() and rencana_dinilai(rencana) > hari_h(aturan('batas_barang_h'));
create or replace macro lewat_rencana(rencana) as
    hari_ini() >= hari_pemungutan() or rencana_dinilai(rencana) < hari_ini();

-- Satu hari, atau dari hari apa sampai hari apa.
create or replace macro rentang_tanggal(awal, akhir) as
    concat_ws(' sampai ', if(awal < akhir, tgl(awal), null), tgl(akhir));

-- Atas dasar apa sebuah aturan berlaku, untuk disebut di samping angkanya.
create or replace macro dasar_aturan(nama) as (select dasar from aturan where kode = nama);

-- Hari sesuatu direncanakan; yang sudah lewat disebut lewat.
create or replace macro tgl_rencana(tanggal) as tgl_lisan(tanggal) || if(tanggal < hari_ini(), ', sudah lewat', '');

-- Usul tenggat n hari lagi (baris aturan), tidak melewati batas barang selama pemungutan suara masih di depan.
create or replace macro usul(nama) as if(
    not lewat_batas_barang(),
    least(hari_ini() + aturan_bulat(nama), hari_h(aturan('batas_barang_h'))),
    hari_ini() + aturan_bulat(nama)
);

-- Usul itu seperti ditulis di samping hal yang perlu diputuskan.
create or replace macro usul_tenggat(nama) as 'usul tenggat ' || tgl(usul(nama));

-- Surat suara untuk pemungutan suara ulang; daerah yang aturannya tidak menyebutnya tidak memisahkannya.
create or replace macro surat_suara_ulang() as coalesce(aturan_bulat('surat_suara_ulang'), 0);

-- Apakah catatan di samping sebuah kiriman menyatakan bahwa di dalamnya ada surat suara untuk pemungutan suara ulang? Yang
-- menyangkalnya tidak ("di luar 2.000 untuk PSU"), kecuali kirimannya sendiri persis sebanyak itu.
create or replace macro catatan_kiriman(catatan) as regexp_replace(lower(catatan), '([0-9])[.]([0-9])', '\1\2', 'g');
create or replace macro memuat_surat_suara_ulang(catatan, jumlah) as coalesce(
    (
        regexp_matches(catatan_kiriman(catatan), '(pemungutan|surat) suara ulang|(pemilihan|pencoblosan) ulang|\bpsu\b')
        or (
            contains(catatan_kiriman(catatan), 'cadangan')
            and (jumlah = surat_suara_ulang() or contains(catatan_kiriman(catatan), surat_suara_ulang()::varchar))
        )
    )
    and (
        jumlah = surat_suara_ulang()
        or not regexp_matches(
            catatan_kiriman(catatan),
            '(\b(tidak|tdk|belum|blm|tanpa|selain|bukan)\b|\bdi ?luar\b)[^.,;]*(\bulang\b|\bpsu\b|cadangan)'
                || '|(\bulang|\bpsu|cadangan)\b[^.,;]*\b(tidak|tdk|belum|blm|menyusul|terpisah|tersendiri)\b'
        )
    ),
    false
);

-- Penerima hibah yang mencatat sendiri penerimaannya dan hibahnya berbatas waktu.
create or replace macro penerima_berbatas() as ['kpu', 'bawaslu'];

-- Permendagri 54/2019: tahap akhir hibah yang bertahap paling lambat lima bulan sebelum pemungutan suara.
create or replace macro batas_hibah_bertahap() as
    (select (tanggal_pemungutan - to_months(aturan_bulat('bulan_batas_hibah')))::date from daerah);

-- Penerima hibah pengamanan.
create or replace macro penerima_pengamanan() as ['polres', 'kodim'];

-- Hari terakhir sisa hibah harus kembali: tiga bulan sesudah pengusulan pasangan calon terpilih; kosong selama harinya belum ada.
create or replace macro batas_pengembalian() as (
    select (coalesce(selesai, mulai) + to_months(aturan_bulat('bulan_pengembalian_hibah')))::date
    from tahapan
    where kode = 'pengusulan'
);

-- Sebuah batas di ujung kalimat tentang yang belum selesai, dan sebagai sebab di samping angkanya.
create or replace macro kata_batas(batas) as if(hari_ini() > batas, ', padahal batasnya ', '; batasnya ') || tgl_lisan(batas);
create or replace macro sebab_batas(batas) as
    if(hari_ini() > batas, format('lewat {} hari dari batas', bilangan(hari_ini() - batas)), 'batas ' || tgl(batas));

-- Kata untuk satu tanda risiko sebuah kelurahan.
create or replace macro kata_tanda(tanda) as
    case tanda when 'nanti' then 'belum waktunya' when 'selesai' then 'selesai dinilai' when 'belum_dilaporkan' then belum_dilaporkan() else tanda end;

-- Satu langkah sebuah kasus: sudah sampai di mana, dan apa yang tertulis di sana.
create or replace macro langkah(keadaan, teks) as {'keadaan': keadaan, 'teks': teks};

-- Usul itu untuk hal yang selesai bersama pemungutan suara: tidak pernah sesudah hari itu.
create or replace macro usul_sampai_h(nama) as 'usul tenggat ' || tgl(least(usul(nama), greatest(hari_ini(), hari_h(0))));

-- Sebuah batas seperti ditulis di samping hal yang perlu diputuskan; yang sudah lewat disebut lewat.
create or replace macro batas_hari(tanggal) as
    'batas ' || tgl(tanggal) || if(hari_ini() > tanggal, format(', lewat {} hari', bilangan(hari_ini() - tanggal)), '');
