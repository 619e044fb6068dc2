"""The sheets that this topic adds to the workbook of all tables."""

from monev.handouts.workbook_sheets import Subject

SUBJECTS = (
    Subject("Penimbangan",
            "Balita yang ditimbang di tiap kelurahan bulan ini.",
            "layanan/peta", (
        ("kelurahan", "Kelurahan", "teks"), ("kecamatan", "Kecamatan", "teks"),
        ("ditimbang_persen", "Ditimbang", "persen"), ("jumlah", "Belum ditimbang", "bil"),
        ("keterangan", "Keterangan", "teks"))),
    Subject("Bantuan pangan",
            "Bantuan pangan tiap kecamatan, yang paling lambat lebih dulu.",
            "bantuan/tersalur", (
        ("label", "Kecamatan", "teks"), ("sasaran_penerima", "Sasaran", "bil"),
        ("sudah_menerima", "Sudah menerima", "bil"), ("belum_menerima", "Belum menerima", "bil"),
        ("nilai", "Tersalur", "persen"), ("rincian", "Keterangan", "teks"))),
)  # fmt: skip
