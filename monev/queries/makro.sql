-- Kata yang boleh dipakai semua pertanyaan. "Hari ini" selalu tanggal acuan potret, tidak pernah jam mesin.
create or replace macro hari_ini() as (select tanggal_acuan from meta);

-- Tanggal seperti ditulis dan diucapkan; tahunnya ikut bila bukan tahun hari ini, supaya yang lama tidak terbaca sebagai yang
-- akan datang.
create or replace macro tahun_lain(tanggal) as
    if(year(tanggal) = year(hari_ini()), '', ' ' || year(tanggal));
create or replace macro tgl_tahun(tanggal) as kata_tgl(tanggal::date) || ' ' || year(tanggal);
create or replace macro tgl_lisan_tahun(tanggal) as kata_tgl_lisan(tanggal::date) || ' ' || year(tanggal);
create or replace macro tgl(tanggal) as kata_tgl(tanggal::date) || tahun_lain(tanggal::date);
create or replace macro tgl_lisan(tanggal) as kata_tgl_lisan(tanggal::date) || tahun_lain(tanggal::date);

-- Hari H, dan tanggal n hari sebelumnya (H-n).
create or replace macro hari_h_tiba() as (select hari_tanggal from topik);
create or replace macro hari_h(n) as hari_h_tiba() - n::integer;

-- Bagaimana satu indikator dinilai.
create or replace macro arah_nilai(nama) as (select arah from ambang where kode = nama);
create or replace macro ambang_hijau(nama) as (select hijau from ambang where kode = nama);
create or replace macro ambang_kuning(nama) as (select kuning from ambang where kode = nama);
create or replace macro sampai_nilai(nama) as (select sampai from ambang where kode = nama);

-- Apakah satu indikator sudah selesai dinilai, dan pada hari apa nilai terakhirnya?
create or replace macro berakhir(nama) as coalesce(hari_ini() > sampai_nilai(nama), false);
create or replace macro hari_nilai(nama) as least(hari_ini(), sampai_nilai(nama));

-- Apakah yang ditanyakan hanya satu kecamatan, dan angka mana yang bagian dari sesuatu walau satuannya bukan persen?
create or replace macro sebagian_kota() as (select count(*) > 0 from kecamatan_dipilih);
create or replace macro nisbah() as (select any_value(nisbah) from kecamatan_dipilih);

-- Satu bilangan dari reference/aturan.csv.
create or replace macro aturan(nama) as (select nilai from aturan where kode = nama);

-- Satu bilangan bulat (hari, tanggal, buah) dari reference/aturan.csv.
create or replace macro aturan_bulat(nama) as aturan(nama)::integer;

-- Sebutan satu pilihan seperti ditulis di layar.
create or replace macro sebutan(nama_daftar, nama_kode) as
    (select label from pilihan where daftar = nama_daftar and kode = nama_kode);

-- Sebutan beberapa kode sekaligus, seperti diucapkan: "Dinkes dan Dinsos".
create or replace macro sebutan_semua(nama_daftar, semua_kode) as (
    select daftar(list(coalesce(p.label, k.kode) order by k.ke))
    from (select unnest(semua_kode) as kode, generate_subscripts(semua_kode, 1) as ke) as k
    left join pilihan as p on p.daftar = nama_daftar and p.kode = k.kode
);

-- Apakah semua sel yang dipakai rumus ini terbaca?
create or replace macro utuh(kolom_rusak, kolom) as not list_has_any(kolom_rusak, kolom);

-- Apakah sel yang dipakai rumus ini diragukan? Bintang berarti seluruh baris atau tab, dan tanggal data menentukan semuanya.
create or replace macro diragukan(kolom_ragu, kolom) as
    coalesce(list_has_any(kolom_ragu, list_concat(kolom, ['*', 'tanggal_data'])), false);

-- Nomor baris seperti di lembarnya; baris tab yang dibaca bersama tab lain bernomor satu juta lebih tinggi.
create or replace macro nomor_baris(baris) as baris % 1000000;

-- Apakah temuan ini meminta seseorang berbuat sesuatu?
create or replace macro perlu_dibenahi(bobot) as bobot in ('tolak', 'periksa');

-- Contoh isi untuk satu temuan: dari temuannya sendiri, atau dari kolomnya bila selnya tidak terbaca. Contoh pilihan dapat
-- disangka yang dimaksud, jadi hanya disebut bila sarannya sendiri menyebutnya.
create or replace macro contoh_isi(t, k) as coalesce(
    t.contoh,
    if(t.bobot = 'tolak' and t.sel is not null and k.jenis not in ('pilihan', 'majemuk'), k.contoh, null)
);

-- Sel yang ditunjuk satu temuan; sebagiannya dapat kosong, jadi bandingkan dengan `is not distinct from`.
create or replace macro tempat_temuan(t) as (t.instansi, t.tab, t.kolom, t.sel, t.baris);

-- Sudah terjadi menurut tanggal acuan; tanggal yang belum diketahui dianggap sudah.
create or replace macro sudah(tanggal) as coalesce(tanggal <= hari_ini(), true);

-- Dalam n hari terakhir, kedua ujung ikut.
create or replace macro dalam_hari_terakhir(tanggal, n) as
    tanggal between hari_ini() - n::integer and hari_ini();

-- Hari kerja sesudah `dari` sampai `sampai`: tanpa Sabtu, Minggu, libur nasional, cuti bersama.
create or replace macro hari_kerja(dari, sampai) as (
    select len(list_filter(
        range(dari + 1, sampai + 1, interval 1 day),
        lambda hari: isodow(hari) < 6 and not list_contains(libur, hari::date)
    ))
    from (select coalesce(list(tanggal), []) as libur from hari_libur)
);

-- Status menurut ambang; arah 'naik' berarti makin besar makin baik.
create or replace macro status_ambang(nilai, arah, hijau, kuning) as case
    when nilai is null then null
    when if(arah = 'naik', nilai >= hijau, nilai <= hijau) then 'hijau'
    when if(arah = 'naik', nilai >= kuning, nilai <= kuning) then 'kuning'
    else 'merah'
end;

-- Status satu indikator menurut ambangnya.
create or replace macro status_indikator(nama, n) as
    if(arah_nilai(nama) is not null, status_ambang(n, arah_nilai(nama), ambang_hijau(nama), ambang_kuning(nama)), null);

-- Batas hijau satu indikator seperti ditulis dalam kalimat.
create or replace macro batas_hijau(nama) as case
    when isinf(ambang_hijau(nama)) then 'tak terbatas'
    when ambang_hijau(nama) % 1 = 0 then bilangan(ambang_hijau(nama))
    else desimal(ambang_hijau(nama))
end;

-- Status indikator yang kuningnya bersyarat: selama ada yang membuatnya merah, kuning menjadi merah.
create or replace macro status_bersyarat(nama, n, memerah) as
    if(status_indikator(nama, n) = 'kuning' and memerah, 'merah', status_indikator(nama, n));

-- Apakah satu tab sudah dilaporkan?
create or replace macro dilaporkan(nama_instansi, nama_tab) as coalesce(
    (select bool_or(t.dilaporkan) from tab as t where t.instansi = nama_instansi and t.tab = nama_tab), false
);

-- Apakah sudah ada yang melaporkan dasar satu indikator?
create or replace macro ada_laporan(nama) as coalesce(
    (select bool_or(t.dilaporkan) from cakupan as c join tab as t using (instansi, tab) where c.kode = nama), false
);

-- Urutan kegentingan, yang paling genting lebih dulu.
create or replace macro genting(status) as
    list_position(['merah', 'kuning', 'belum_dilaporkan', 'tanpa_penilaian', 'hijau', 'belum_waktunya', 'selesai_dinilai'], status);

-- Butir yang ada dari sebuah daftar.
create or replace macro yang_ada(butir) as list_filter(butir, lambda satu: satu is not null);

-- Tulisan tanpa beda huruf besar dan spasi: seperti ini pula kunci dua baris disamakan saat lembar dibaca.
create or replace macro rapi(tulisan) as
    lower(trim(regexp_replace(tulisan, '[\s\x{00A0}]+', ' ', 'g')));

-- Tulisan orang di dalam kalimat kita: dua bintang berdampingan di situ bukan tanda huruf tebal.
create or replace macro apa_adanya(tulisan) as replace(tulisan, '*', '*' || chr(8288));

-- Dua yang pertama dari sebuah daftar seperti diucapkan, dan berapa lagi yang tidak disebut.
create or replace macro dan_lain(isi) as
    daftar(if(len(isi) > 3, isi[:2] || [terbilang(len(isi) - 2) || ' angka lain'], isi));

-- Daftar yang masih dapat dibaca dalam satu kalimat: tujuh butir pertama, lalu berapa yang lain.
create or replace macro beberapa(butir) as
    if(len(butir) > 8, list_append(butir[1:7], bilangan(len(butir) - 7) || ' lainnya'), butir);

-- Mengapa sebuah jumlah tidak disebut.
create or replace macro tidak_disebut(sebagian) as if(sebagian, 'belum jelas seluruhnya', belum_dilaporkan());

-- Apakah semua yang ada di satu daftar ada di daftar lain? Daftar kosong ada di mana pun.
create or replace macro termuat(sebagian, semua) as list_has_all(semua, sebagian);

-- Apakah sebuah angka mungkin hanya berubah karena pelapornya lain? Yang bertambah hanya menaikkan, yang pergi hanya menurunkan;
-- bagian, dan selisih rupiah yang dapat negatif, berubah oleh keduanya; bila ada yang pergi dan ada yang datang, angka apa pun.
create or replace macro seiring_pelapor(satuan, kini, dulu, pelapor_kini, pelapor_dulu) as case
    when kini is null or dulu is null or pelapor_kini is null or pelapor_dulu is null then false
    when termuat(pelapor_kini, pelapor_dulu) and termuat(pelapor_dulu, pelapor_kini) then false
    when satuan in ('persen', 'rp') then true
    when termuat(pelapor_dulu, pelapor_kini) then abs(kini) > abs(dulu)
    when termuat(pelapor_kini, pelapor_dulu) then abs(kini) < abs(dulu)
    else true
end;

-- Bagaimana perubahan itu disebut.
create or replace macro dari_pelapor(kini, dulu) as case
    when termuat(dulu, kini) then 'dari lebih banyak pelapor'
    when termuat(kini, dulu) then 'dari lebih sedikit pelapor'
    else 'dari pelapor yang berbeda'
end;

-- Sebagian dari suatu jumlah rupiah, atau kosong bila tidak ada jumlah yang dibagi.
create or replace macro landasan_rupiah(bagian, semua) as nullif(rupiah_dari(bagian, semua), '');

-- Tempat sebuah baris di lembarnya, dalam kata dan sebagai alamat, juga sel demi sel; tanpa baris seluruh tabnya.
create or replace macro tempat_baris(judul, baris) as judul || coalesce(', baris ' || baris, '');
create or replace macro alamat_sel(tautan, sel) as tautan || coalesce('&range=' || sel, '');
create or replace macro alamat_baris(tautan, baris) as alamat_sel(tautan, 'A' || baris);

-- Kata untuk sebuah status di tengah kalimat.
create or replace macro kata_status(status) as lower(status_kata(status, ''));
