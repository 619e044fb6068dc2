"""The sheets that this topic adds to the workbook of all tables."""

from monev.handouts.workbook_sheets import Subject

SUBJECTS = (
    Subject("Barang",
            "Kebutuhan, yang siap, dan yang kurang dari tiap jenis barang.",
            "bahan/barang", (
        ("nama", "Barang", "teks"), ("satuan_barang", "Satuan", "teks"), ("kebutuhan", "Kebutuhan", "bil"),
        ("siap", "Siap", "bil"), ("rusak", "Rusak", "bil"), ("kurang", "Kurang", "bil"),
        ("siap_persen", "Siap", "persen"), ("tanggal_terima", "Diterima", "tgl"),
        ("janji", "Pengganti dijanjikan", "tgl"), ("keadaan", "Keadaan", "teks"), ("baris", "Baris lembar", "bil"),
        ("cadangan_ulang", "Untuk pemungutan ulang, terpisah", "bil"))),
    Subject("Hibah menurut penerima",
            "Naskah, nilai, yang cair, sisa, dan rencana cair sisanya dari tiap penerima hibah, lalu jumlahnya.",
            "bahan/rekap_hibah", (
        ("nama", "Penerima", "teks"), ("keadaan", "Keadaan", "teks"), ("nomor_nphd", "Nomor NPHD", "teks"),
        ("tanggal_nphd", "Tanggal NPHD", "tgl"), ("nilai_rp", "Nilai NPHD", "rp"), ("dibayar_rp", "Cair", "rp"),
        ("persen_cair", "Bagian", "persen"), ("sisa_rp", "Sisa", "rp"), ("rencana", "Rencana cair sisanya", "tgl"),
        ("keterangan", "Keterangan", "teks"))),
    Subject("Hibah per tahap",
            "Hibah tiap penerima menurut BPKPD dan menurut penerimanya.",
            "bahan/hibah_tahap", (
        ("nama", "Penerima", "teks"), ("nama_tahap", "Tahap", "teks"), ("cair_rp", "Cair menurut BPKPD", "rp"),
        ("diterima_rp", "Diterima menurut penerima", "rp"), ("selisih_rp", "Selisih", "rp"),
        ("persen_naskah", "Dari naskah", "persen"), ("aturan_persen", "Aturan", "persen"),
        ("cair_belum_terbaca", "BPKPD belum terhitung (baris)", "bil"),
        ("diterima_belum_terbaca", "Penerima belum terhitung (baris)", "bil"))),
    Subject("Baris hibah",
            "Naskah, SP2D, dan penerimaan yang menjadi dasar hibah, satu baris lembar satu baris.",
            "bahan/hibah_baris", (
        ("nama", "Penerima", "teks"), ("pihak", "Dicatat", "teks"), ("judul_tab", "Tab", "teks"),
        ("baris", "Baris", "bil"), ("nama_tahap", "Tahap", "teks"), ("nomor", "Nomor", "teks"),
        ("tanggal", "Tanggal", "tgl"), ("nilai_rp", "Nilai", "rp"), ("addendum_rp", "Addendum", "rp"),
        ("dihitung", "Dihitung", "yt"), ("keterangan", "Keterangan", "teks"))),
    Subject("Sisa hibah",
            "Sisa hibah tiap penerima, yang sudah kembali, dan laporan penggunaannya; sejak sehari sesudah pemungutan.",
            "logistik/pengembalian", (
        ("label", "Penerima", "teks"), ("sisa_rp", "Sisa", "rp"), ("kembali_rp", "Kembali", "rp"),
        ("belum_rp", "Belum kembali", "rp"), ("bukti", "Bukti setor", "teks"), ("laporan", "Laporan", "teks"),
        ("batas", "Batas", "teks"))),
    Subject("TPS diulang",
            "TPS yang pemungutan atau penghitungan suaranya diulang; sejak sehari sesudah pemungutan.",
            "logistik/ulangan_tps", (
        ("nama", "TPS", "teks"), ("jenis", "Jenis", "teks"), ("alasan", "Alasan", "teks"), ("dana", "Dana", "teks"),
        ("tanggal_rencana", "Rencana", "tgl"), ("keadaan", "Keadaan", "teks"))),
    Subject("Peta risiko",
            "Risiko tiap kelurahan, yang risikonya paling banyak lebih dulu.",
            "bahan/peta_risiko", (
        ("kelurahan", "Kelurahan", "teks"), ("kecamatan", "Kecamatan", "teks"), ("skor", "Risiko", "bil"),
        ("didahulukan", "Didahulukan", "yt"), ("potensi_konflik", "Potensi konflik", "teks"),
        ("kejadian_tinggi", "Kejadian tinggi", "teks"), ("tps_rawan", "TPS rawan", "teks"),
        ("logistik", "Logistik", "teks"), ("alasan", "Sebab", "teks"))),
    Subject("Kasus pelanggaran",
            "Kasus yang masih ditangani Bawaslu, tenggat terdekat lebih dulu.",
            "risiko/kasus", (
        ("id_penanganan", "ID", "tempat"), ("pokok", "Pokok", "teks"), ("tempat_kejadian", "Kelurahan", "teks"),
        ("status_kasus", "Tahap", "teks"), ("tanggal_registrasi", "Registrasi", "tgl"),
        ("tenggat", "Tenggat", "tgl"), ("sisa_hari", "Sisa (hari)", "bil"), ("sisa", "Keterangan", "teks"))),
    Subject("Sengketa",
            "Sengketa pemilihan, yang masih berjalan lebih dulu; sejak sehari sesudah pemungutan.",
            "risiko/perkara", (
        ("nomor_perkara", "Perkara", "teks"), ("lembaga", "Lembaga", "teks"),
        ("tanggal_daftar", "Didaftarkan", "tgl"), ("tahap", "Tahap", "teks"))),
    Subject("Partisipasi",
            "Pengguna hak pilih pemilihan wali kota dibagi DPT + DPTb + DPK; sejak sehari sesudah pemungutan.",
            "bahan/partisipasi", (
        ("kelurahan", "Kelurahan", "teks"), ("kecamatan", "Kecamatan", "teks"), ("pemilih", "Pemilih", "bil"),
        ("pengguna", "Pengguna hak pilih", "bil"), ("persen", "Partisipasi", "persen"),
        ("suara_sah", "Suara sah", "bil"), ("tidak_sah", "Suara tidak sah", "bil"))),
    Subject("Rekapitulasi",
            "Jadwal rekapitulasi, yang terlambat lebih dulu; sejak sehari sesudah pemungutan.",
            "partisipasi/jadwal_rekap", (
        ("nama", "Tempat", "teks"), ("rencana", "Rencana", "teks"), ("keadaan", "Keadaan", "teks"),
        ("kendala", "Kendala", "teks"))),
    Subject("Jangkauan kelurahan",
            "Kegiatan di tiap kelurahan dalam jendela penilaian, dan rencana berikutnya.",
            "partisipasi/peta", (
        ("kelurahan", "Kelurahan", "teks"), ("kecamatan", "Kecamatan", "teks"), ("jumlah", "Kegiatan", "bil"),
        ("terakhir", "Terakhir", "tgl"), ("rencana", "Rencana", "tgl"), ("keterangan", "Keterangan", "teks"))),
    Subject("Kegiatan per segmen",
            "Kegiatan dan peserta menurut segmen pemilih, yang paling jarang lebih dulu.",
            "partisipasi/segmen", (
        ("label", "Segmen", "teks"), ("nilai", "Kegiatan", "bil"), ("peserta", "Peserta", "bil"),
        ("terakhir", "Terakhir", "tgl"), ("rencana", "Rencana", "tgl"), ("rincian", "Keterangan", "teks"))),
    Subject("Kegiatan per lembaga",
            "Kegiatan dan peserta tiap lembaga.",
            "partisipasi/per_lembaga", (
        ("nama", "Lembaga", "teks"), ("terlaksana", "Terlaksana", "bil"), ("peserta", "Peserta", "bil"),
        ("rencana", "Direncanakan", "bil"), ("rencana_lewat", "Rencana lewat tanggal", "bil"),
        ("batal", "Batal", "bil"), ("tanggal_data", "Keadaan data per", "tgl"), ("tab", "Tab", "tempat"))),
    Subject("Kegiatan bersamaan",
            "Kegiatan dua lembaga pada hari dan kelurahan yang sama.",
            "partisipasi/tumpang_tindih", (
        ("tanggal", "Tanggal", "tgl"), ("kelurahan", "Kelurahan", "teks"), ("pemilik_a", "Lembaga", "teks"),
        ("nama_a", "Kegiatan", "teks"), ("pemilik_b", "Lembaga lain", "teks"), ("nama_b", "Kegiatannya", "teks"),
        ("waktu", "Waktu", "teks"))),
    Subject("Kasus ASN",
            "Sampai langkah mana tiap kasus netralitas ASN.",
            "bahan/alur_asn", (
        ("kode", "Kasus", "teks"), ("keterangan", "Tentang", "teks"), ("dicatat", "Bawaslu mencatat", "teks"),
        ("diteruskan", "Bawaslu meneruskan", "teks"), ("direkomendasikan", "BKN merekomendasikan", "teks"),
        ("dilaksanakan", "PPK (pembina kepegawaian) melaksanakan", "teks"), ("batas", "Batas", "tgl"),
        ("sisa_hari_kerja", "Sisa (hari kerja)", "bil"))),
    Subject("Pakta integritas",
            "Perangkat daerah yang ASN-nya belum semua menandatangani.",
            "netralitas/pakta", (
        ("perangkat_daerah", "Perangkat daerah", "teks"), ("jumlah_asn", "ASN", "bil"),
        ("jumlah_tanda_tangan", "Menandatangani", "bil"), ("belum", "Belum", "bil"), ("persen", "Bagian", "persen"),
        ("tempat", "Tempat di lembar", "tempat"))),
    Subject("Kejadian terbuka",
            "Kejadian sedang dan tinggi yang belum selesai; yang terbatas hanya jumlahnya.",
            "stabilitas/kejadian_terbuka", (
        ("id_kejadian", "ID", "tempat"), ("tingkat", "Tingkat", "teks"), ("uraian", "Isu", "teks"),
        ("tempat_kejadian", "Tempat", "teks"), ("tanggal_kejadian", "Tanggal", "tgl"),
        ("umur_hari", "Umur (hari)", "bil"), ("keadaan", "Keadaan", "teks"),
        ("tindak_lanjut", "Tindak lanjut", "teks"), ("penangan", "Penangan", "teks"))),
    Subject("Laporan Desk",
            "Laporan Desk Pilkada tiap bulan ke provinsi.",
            "stabilitas/laporan_desk", (
        ("bulan_kata", "Bulan", "teks"), ("batas", "Batas", "tgl"), ("tanggal_kirim", "Terkirim", "tgl"),
        ("terlambat_hari", "Terlambat (hari)", "bil"), ("keterangan", "Keterangan", "teks"))),
)  # fmt: skip
