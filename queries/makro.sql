-- Kata yang hanya dipakai pertanyaan topik ini, di samping kata semua topik di monev/queries/makro.sql.
-- Hari pemungutan suara.
create or replace macro hari_pemungutan() as (select tanggal_pemungutan from daerah);

-- Hari pertama dan terakhir satu tahapan.
create or replace macro mulai_tahap(nama_tahap) as (select mulai from tahapan where kode = nama_tahap);
create or replace macro akhir_tahap(nama_tahap) as (select selesai from tahapan where kode = nama_tahap);

create or replace macro masa_tahap(nama_tahap) as
    format('{} sampai {}', tgl_lisan(mulai_tahap(nama_tahap)), tgl_lisan(akhir_tahap(nama_tahap)));

-- Apakah barang dan C.Pemberitahuan belum waktunya dinilai, dan bagaimana itu dikatakan?
create or replace macro belum_dinilai() as hari_ini() < hari_h(aturan('mulai_dinilai_h'));
create or replace macro nanti_dinilai() as format('Dinilai mulai {}.', tgl(hari_h(aturan('mulai_dinilai_h'))));

-- Sudahkah hari semua barang harus sampai?
create or replace macro lewat_batas_barang() as hari_ini() >= hari_h(aturan('batas_barang_h'));

-- Usul tenggat n hari lagi (baris aturan), tidak melewati batas barang selama pemungutan suara masih di depan.
create or replace macro usul(nama) as if(
    not lewat_batas_barang(),
    least(hari_ini() + aturan_bulat(nama), hari_h(aturan('batas_barang_h'))),
    hari_ini() + aturan_bulat(nama)
);

-- Usul itu seperti ditulis di samping hal yang perlu diputuskan.
create or replace macro usul_tenggat(nama) as 'usul tenggat ' || tgl(usul(nama));

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

-- Kata untuk satu tanda risiko sebuah kelurahan.
create or replace macro kata_tanda(tanda) as
    case tanda when 'nanti' then 'belum waktunya' when 'belum_dilaporkan' then belum_dilaporkan() else tanda end;

-- Satu langkah sebuah kasus: sudah sampai di mana, dan apa yang tertulis di sana.
create or replace macro langkah(keadaan, teks) as {'keadaan': keadaan, 'teks': teks};
