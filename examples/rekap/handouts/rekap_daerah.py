"""The workbook of all regions: a row for each of them, then their numbers, what was refused, and the money."""

from __future__ import annotations

from monev.handouts import one_sheet
from monev.handouts.handout import About, Tell
from monev.handouts.source import Source
from monev.handouts.workbook_sheets import Column, Subject

HANDOUT = About(
    "Rekap semua daerah",
    "Satu baris tiap daerah: kapan melapor, keadaan tiap pokok, hibah, janji; lalu semua angkanya, dapat disaring.",
    "xlsx",
)
#: Where they stand in the file of a region, and as what.
_RECIPIENTS = (("kpu", "KPU"), ("bawaslu", "Bawaslu"), ("kodim", "TNI"), ("polres", "Polri"))


def _grants() -> tuple[Column, ...]:
    return tuple(
        column
        for code, name in _RECIPIENTS
        for column in (
            (f"{code}_keadaan", f"{name}: keadaan", "teks"), (f"{code}_nilai_rp", f"{name}: nilai NPHD", "rp"),
            (f"{code}_dibayar_rp", f"{name}: sudah cair", "rp"), (f"{code}_sisa_rp", f"{name}: sisa", "rp"),
            (f"{code}_rencana", f"{name}: rencana cair", "tgl"),
        )
    )  # fmt: skip


SHEETS = (
    Subject("Daerah",
            "Satu baris untuk setiap daerah; yang belum melapor tidak punya angka, dan yang kosong belum diketahui.",
            "bahan/daerah", (
        ("kode_daerah", "Kode", "teks"), ("daerah", "Daerah", "teks"), ("provinsi", "Provinsi", "teks"),
        ("lapor", "Laporan", "teks"), ("diterima", "Diterima (jam kementerian)", "saat"),
        ("waktu", "Terhadap batas", "teks"),
        ("kiriman_ke", "Kiriman ke", "bil"), ("rapat", "Rapat daerah", "tgl"), ("logistik", "1 Logistik", "teks"),
        ("risiko", "2 Risiko", "teks"), ("partisipasi", "3 Partisipasi", "teks"),
        ("netralitas", "4 Netralitas", "teks"), ("stabilitas", "5 Stabilitas", "teks"), *_grants(),
        ("janji_terbuka", "Janji belum selesai", "bil"), ("janji_lewat", "Termasuk lewat tenggat", "bil"),
        ("dasbor", "Dasbor daerah", "tempat")), held=2),
    Subject("Angka",
            "Satu baris untuk setiap angka setiap daerah yang melapor, seperti tampil di halaman daerah itu sendiri.",
            "rekap/angka_daerah", (
        ("kode_daerah", "Kode", "teks"), ("daerah", "Daerah", "teks"), ("provinsi", "Provinsi", "teks"),
        ("kode", "Kode angka", "teks"), ("nama", "Angka", "teks"), ("nilai", "Nilai", "nilai"),
        ("satuan", "Satuan", "satuan"), ("status", "Keadaan", "status"))),
    Subject("Kiriman ditolak",
            "Kiriman yang belum dihitung, mengapa, dan apa yang perlu dilakukan.",
            "pelaporan/ditolak", (
        ("alasan", "Apa yang ada", "teks"), ("saran", "Apa yang perlu dilakukan", "teks"))),
    Subject("Hibah",
            "Sampai mana hibah tiap penerima menurut daerah yang melapor, dan rupiahnya yang diketahui.",
            "bahan/hibah_nasional", (
        ("nama", "Penerima", "teks"), ("melapor", "Daerah melapor", "bil"), ("semua", "Dari", "bil"),
        ("tanpa_naskah", "NPHD belum ditandatangani", "bil"), ("bawah", "Di bawah tahap pertama", "bil"),
        ("tengah", "Tahap pertama", "bil"), ("penuh", "100%", "bil"), ("nilai_rp", "Nilai NPHD", "rp"),
        ("dibayar_rp", "Sudah cair", "rp"), ("persen", "Bagian", "persen"), ("sisa_rp", "Sisa", "rp"),
        ("tanpa_tanggal", "Tanpa tanggal", "bil"))),
)  # fmt: skip


def write(source: Source, tell: Tell) -> bytes:
    """The workbook as a .xlsx file."""
    return one_sheet.write(source, *SHEETS, tell=tell)
