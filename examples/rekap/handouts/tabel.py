"""The sheets that the ministry adds to the workbook of all tables; all of each region is a file of its own."""

from monev.handouts.workbook_sheets import Subject

SUBJECTS = (
    Subject("Provinsi",
            "Di berapa daerah tiap provinsi tiap pokok kritis, perlu perhatian, aman, atau belum melapor.",
            "bahan/panas", (
        ("provinsi", "Provinsi", "teks"), ("nomor", "Agenda", "bil"), ("judul_pendek", "Pokok", "teks"),
        ("jumlah", "Daerah", "bil"), ("merah", "Kritis", "bil"), ("kuning", "Perlu perhatian", "bil"),
        ("hijau", "Aman", "bil"), ("belum", "Belum melapor", "bil"))),
    Subject("Pelaporan",
            "Daerah tiap provinsi yang melapor, yang tepat waktu, dan yang belum.",
            "pelaporan/provinsi", (
        ("provinsi", "Provinsi", "teks"), ("semua", "Daerah", "bil"), ("melapor", "Melapor", "bil"),
        ("tepat_waktu", "Tepat waktu", "bil"), ("terlambat", "Terlambat", "bil"), ("koreksi", "Koreksi", "bil"),
        ("belum", "Belum melapor", "bil"), ("yang_belum", "Yang belum melapor", "teks"))),
    Subject("Daerah terberat",
            "Daerah yang paling berat di tiap pokok, menurut berapa angkanya yang merah.",
            "bahan/terberat", (
        ("nomor", "Agenda", "bil"), ("judul_pendek", "Pokok", "teks"), ("ke", "Ke", "bil"),
        ("daerah", "Daerah", "teks"), ("provinsi", "Provinsi", "teks"), ("merah", "Angka merah", "bil"),
        ("kuning", "Angka kuning", "bil"))),
    Subject("Angka daerah",
            "Di berapa daerah yang melapor tiap angka merah, kuning, atau hijau.",
            "rekap/angka", (
        ("halaman", "Pokok", "teks"), ("nama", "Angka", "teks"), ("satuan", "Satuan", "satuan"),
        ("melapor", "Melapor", "bil"), ("semua", "Dari", "bil"), ("merah", "Merah", "bil"),
        ("kuning", "Kuning", "bil"), ("hijau", "Hijau", "bil"), ("tak_dinilai", "Tidak dinilai", "bil"))),
    Subject("Hibah menurut penerima",
            "Sampai mana hibah tiap penerima menurut daerah yang melapor, dan rupiahnya yang diketahui.",
            "bahan/hibah_nasional", (
        ("nama", "Penerima", "teks"), ("melapor", "Daerah melapor", "bil"),
        ("tanpa_naskah", "NPHD belum ditandatangani", "bil"), ("bawah", "Di bawah tahap pertama", "bil"),
        ("tengah", "Tahap pertama", "bil"), ("penuh", "100%", "bil"), ("belum", "Belum melapor", "bil"),
        ("nilai_rp", "Nilai NPHD", "rp"), ("dibayar_rp", "Sudah cair", "rp"), ("persen", "Bagian", "persen"),
        ("sisa_rp", "Sisa", "rp"), ("tanpa_tanggal", "Tanpa tanggal", "bil"))),
    Subject("Semua daerah",
            "Setiap daerah: apakah melapor, dan berapa pokok agendanya kritis atau perlu perhatian.",
            "rekap/daerah", (
        ("kode_daerah", "Kode", "teks"), ("daerah", "Daerah", "teks"), ("provinsi", "Provinsi", "teks"),
        ("melapor", "Melapor", "yt"), ("tepat_waktu", "Tepat waktu", "yt"), ("kiriman_ke", "Kiriman ke", "bil"),
        ("kritis", "Pokok kritis", "bil"), ("perhatian", "Perlu perhatian", "bil"),
        ("angka_merah", "Angka merah", "bil"), ("aturan_lain", "Aturan lain", "yt"), ("potret", "Kode data", "teks"))),
    Subject("Hibah belum penuh",
            "Hibah yang belum cair seluruhnya di daerah yang melapor, yang paling tertinggal lebih dulu.",
            "hibah/tertinggal", (
        ("daerah", "Daerah", "teks"), ("provinsi", "Provinsi", "teks"), ("nama", "Penerima", "teks"),
        ("nilai_rp", "Nilai", "rp"), ("dibayar_rp", "Sudah cair", "rp"), ("persen_cair", "Bagian", "persen"),
        ("rencana", "Rencana cair", "tgl"), ("rencana_lewat", "Sudah lewat", "yt"))),
)  # fmt: skip
