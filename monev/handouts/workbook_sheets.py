"""What the workbook of all tables holds: one sheet per question, and how each of its columns is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monev.words import project, words

#: A column: key in the rows, heading, and kind.
Column = tuple[str, str, str]
#: Kind -> what a row also needs for it. bil is a whole number, saat a day with its time, yt yes or no; nilai is in the
#: unit that the row names, status in words; lembaga is named by its code, tempat a text that links to the sheet.
KINDS = {
    "teks": (), "bil": (), "persen": (), "rp": (), "tgl": (), "saat": (), "yt": (), "bobot": (), "satuan": (),
    "lembaga": (),
    "nilai": ("satuan",), "status": ("halaman",), "tempat": ("tautan",),
}  # fmt: skip
#: What stands for a unit that is written into the number itself.
_UNITS = {"persen": "persen", "rp": "rupiah"}
#: The first sheet, which leads to all others.
INDEX = "Isi"
#: What Excel refuses as a title.
_LONGEST, _NOT_IN_TITLE = 31, "[]:*?/\\"

#: The one question whose answer changes while the snapshot does not; `Source.recorded` are its rows.
RECORDED = "tindak_lanjut/dicatat"


@dataclass(frozen=True)
class Subject:
    """One sheet: its title, what it holds in a sentence, the question that gives its rows, and its columns.

    `held`: so many columns at the left stay in view, and the sheet is printed over as many pages as it is wide; for
    sheets of more columns than one page can hold.
    """

    title: str
    holds: str
    question: str
    columns: tuple[Column, ...]
    held: int = 0

    @property
    def keys(self) -> set[str]:
        """The columns that its question has to answer."""
        return {need for key, _, kind in self.columns for need in (key, *KINDS[kind])}


def unit_word(unit: str) -> str:
    """What a unit is called beside a figure that does not say it itself: "rupiah"."""
    return _UNITS.get(unit) or words.value(0, unit)[1]


#: What every series of meetings has, ahead of the sheets that the project adds …
AHEAD = (
    Subject("Angka pokok",
            "Semua angka pokok dengan keadaan, sebabnya, pembanding, dan baris yang dipakai.",
            "bahan/angka", (
        ("nomor", "Agenda", "bil"), ("judul_pendek", "Pokok", "teks"), ("indikator", "Angka", "teks"),
        ("nilai", "Kini", "nilai"), ("satuan", "Satuan", "satuan"), ("status", "Keadaan", "status"),
        ("sebab", "Sebab", "teks"), ("landasan", "Landasan", "teks"),
        ("dulu_nilai", "Sebelumnya", "nilai"), ("dulu_tanggal", "Tanggal sebelumnya", "tgl"),
        ("gerak", "Gerak", "teks"), ("terhitung", "Baris terhitung", "bil"), ("dikecualikan", "Belum ikut", "bil"),
        ("kalimat", "Kalimat", "teks"))),
    Subject("Dasar angka",
            "Aturan dan ambang di balik tiap angka pokok, dan tab yang dipakainya.",
            "bahan/angka", (
        ("nomor", "Agenda", "bil"), ("indikator", "Angka", "teks"), ("dasar", "Dasar dan ambang", "teks"),
        ("sumber", "Tab yang dipakai", "teks"))),
    Subject("Perlu diputuskan",
            "Hal yang menunggu keputusan rapat, yang paling genting lebih dulu.",
            "bersama/perlu_diputuskan", (
        ("nomor", "Agenda", "bil"), ("judul_pendek", "Pokok", "teks"), ("status", "Keadaan", "status"),
        ("uraian", "Hal", "teks"), ("pemilik", "Penanggung jawab", "teks"), ("tenggat", "Tenggat", "teks"),
        ("tempat", "Tempat di lembar", "tempat"))),
    Subject("Perbedaan",
            "Angka dua lembaga tentang hal yang sama, yang cocok dan yang berbeda.",
            "bersama/rekonsiliasi", (
        ("nomor", "Agenda", "bil"), ("kunci", "Yang dibandingkan", "teks"), ("status", "Keadaan", "status"),
        ("kiri", "Satu pihak", "teks"), ("nilai_kiri", "Angkanya", "nilai"), ("kanan", "Pihak lain", "teks"),
        ("nilai_kanan", "Angkanya", "nilai"), ("selisih", "Selisih", "nilai"), ("satuan", "Satuan", "satuan"),
        ("berjalan", "Sedang berjalan", "yt"), ("petunjuk", "Hanya petunjuk", "yt"), ("kalimat", "Kalimat", "teks"))),
    Subject("Tindak lanjut",
            "Janji rapat dan keadaannya, yang lewat tenggat lebih dulu.",
            "tindak_lanjut/daftar", (
        ("id", "ID", "tempat"), ("tanggal_rapat", "Tanggal rapat", "tgl"), ("uraian", "Janji", "teks"),
        ("pemilik", "Penanggung jawab", "teks"), ("tenggat", "Tenggat", "tgl"),
        ("tenggat_awal", "Tenggat semula", "tgl"), ("tenggat_baru", "Minta diundur ke", "tgl"),
        ("keadaan_kata", "Keadaan", "teks"), ("lewat", "Lewat tenggat", "yt"), ("lewat_hari", "Lewat (hari)", "bil"),
        ("kabar", "Kabar", "teks"), ("indikator_nama", "Angka terkait", "teks"),
        ("nilai_saat_dicatat", "Saat dicatat", "teks"), ("kini_nilai", "Kini", "nilai"))),
    Subject("Keputusan",
            "Keputusan yang dicatat di layar dalam rapat ini, yang terbaru lebih dulu.",
            RECORDED, (
        ("id", "ID", "tempat"), ("tanggal_dicatat", "Dicatat", "tgl"), ("pokok", "Pokok", "teks"),
        ("uraian", "Keputusan", "teks"), ("pemilik", "Penanggung jawab", "teks"), ("tenggat", "Tenggat", "tgl"),
        ("kiriman", f"Ke {project.decisions_sheet()}", "teks"), ("keadaan_kata", "Keadaan", "teks"))),
    Subject("Tepat waktu",
            "Janji tiap lembaga yang terbuka, lewat tenggat, dan selesai, dan berapa yang tepat waktu.",
            "tindak_lanjut/lembaga", (
        ("pemilik", "Lembaga", "teks"), ("terbuka", "Terbuka", "bil"), ("lewat", "Termasuk lewat", "bil"),
        ("selesai", "Selesai", "bil"), ("tepat", "Tepat waktu", "bil"), ("terlambat", "Terlambat", "bil"),
        ("belum_tahu", "Belum dapat dipastikan", "bil"), ("tepat_persen", "Bagian tepat waktu", "persen"))),
    Subject("Perubahan",
            "Sel dan baris lembar yang berubah sejak rapat sebelumnya; baris terbatas tidak ikut.",
            "bahan/perubahan", (
        ("nama", "Lembaga", "teks"), ("judul_tab", "Tab", "teks"), ("sebutan", "Baris tentang", "teks"),
        ("tempat", "Tempat", "tempat"), ("judul_kolom", "Kolom", "teks"), ("ragam", "Apa yang terjadi", "teks"),
        ("dulu_tertulis", "Dulu tertulis", "teks"), ("tertulis", "Kini tertulis", "teks"),
        ("angka_lama", "Angka lama diubah", "yt"))),
)  # fmt: skip

#: … and behind them.
BEHIND = (
    Subject("Kemutakhiran",
            "Seberapa baru data tiap lembaga, dan berapa barisnya yang terhitung.",
            "ringkasan/instansi", (
        ("nama", "Lembaga", "teks"), ("tanggal_data", "Keadaan data per", "tgl"),
        ("umur_hari", "Umur (hari)", "bil"), ("baris", "Baris", "bil"), ("terhitung", "Terhitung", "bil"),
        ("ditahan", "Belum terhitung", "bil"), ("temuan", "Temuan", "bil"), ("tolak", "Menahan angka", "bil"),
        ("tab_ada", "Tab ada", "bil"), ("tab", "Tab diminta", "bil"))),
    Subject("Temuan",
            "Sel yang perlu dibenahi: apa yang tertulis, mengapa, dan apa gantinya.",
            "mutu_data/temuan", (
        ("instansi", "Lembaga", "lembaga"), ("judul_tab", "Tab", "teks"), ("sel", "Sel", "tempat"),
        ("baris", "Baris", "bil"), ("judul_kolom", "Kolom", "teks"), ("tertulis", "Tertulis", "teks"),
        ("alasan", "Sebab", "teks"), ("saran", "Tulis sebagai gantinya", "teks"), ("bobot", "Bobot", "bobot"),
        ("akibat", "Akibat", "teks"), ("pernyataan", "Bila memang benar", "teks"))),
    Subject("Sumber",
            "Tab tiap lembaga, dan bagaimana setiap barisnya diperhitungkan.",
            "mutu_data/cakupan_tab", (
        ("nama", "Lembaga", "teks"), ("judul", "Tab", "tempat"), ("tanggal_data", "Keadaan data per", "tgl"),
        ("terlihat", "Baris terlihat", "bil"), ("terhitung", "Terhitung", "bil"), ("ditahan", "Belum terhitung", "bil"),
        ("tata_letak", "Judul, jumlah, kosong", "bil"), ("nihil", "Dinyatakan nihil", "yt"))),
    Subject("Bacaan",
            "Teks tiap pokok agenda untuk dibacakan atau dikirim sebagai pesan.",
            "bahan/bacaan", (
        ("nomor", "Agenda", "bil"), ("judul", "Pokok", "teks"), ("status", "Keadaan", "status"),
        ("bacaan", "Bacaan", "teks"))),
)  # fmt: skip


def wrong(added: Sequence[Subject]) -> str | None:
    """Why the workbook cannot hold these sheets beside its own, in words; None where it can."""
    taken = {INDEX.lower(), *(one.title.lower() for one in (*AHEAD, *BEHIND))}
    for one in added:
        if not one.title.strip() or len(one.title) > _LONGEST or set(one.title) & set(_NOT_IN_TITLE):
            fitting = f"tulis 1–{_LONGEST} huruf, tanpa {_NOT_IN_TITLE}"
            return f"judul lembar “{one.title}” tidak dapat dipakai di Excel; {fitting}"
        if one.title.lower() in taken:
            return f"lembar “{one.title}” sudah ada; beri judul lain"
        taken.add(one.title.lower())
        if not one.columns or any(len(column) != 3 for column in one.columns):
            return f"lembar “{one.title}”: tiap kolomnya ditulis (kunci, judul, ragam)"
        if unknown := next((kind for *_, kind in one.columns if kind not in KINDS), None):
            return (
                f"lembar “{one.title}”: ragam kolom “{unknown}” tidak dikenal; pakai salah satu dari {', '.join(KINDS)}"
            )
    return None
