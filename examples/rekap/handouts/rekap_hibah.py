"""The ministry's own table of grants over all regions: a workbook to be counted with, and a PDF to be signed."""

from __future__ import annotations

from monev.handouts import letter, one_sheet
from monev.handouts.handout import About, Tell
from monev.handouts.paper import BLANK, RIGHT, Column, Heading, Paper, Signatures, Table, Text, Title
from monev.handouts.source import Row, Source
from monev.handouts.workbook_sheets import Subject
from monev.words import project, words

HANDOUT = About(
    "Rekap hibah nasional",
    "Tiap penerima: NPHD belum ditandatangani, sebagian, 100%; rupiah, sisa, rencana cair; lalu tiap provinsi.",
    "xlsx",
)
_NOTHING = "–"
_GROUND = (
    "Menurut daerah yang melapor; rupiah hanya dari hibah yang nilai dan pencairannya diketahui. Satu daerah muncul "
    "pada setiap penerima, maka jumlah daerah tidak dijumlahkan. Dasar: Permendagri 54/2019 jo. 41/2020."
)
_SHORTLY = "Menurut daerah yang melapor; rupiah hanya dari hibah yang nilai dan pencairannya diketahui."
#: Widths in cm.
_COUNTED = (2.3, (2.9, 2.3, 3.2, 1.8, 1.9, 2.1))
_MONEY = [
    Column("Penerima", 2.3), Column("Nilai NPHD", 4.1, RIGHT), Column("Sudah cair", 4.1, RIGHT),
    Column("Bagian", 1.7, RIGHT), Column("Sisa", 4.1, RIGHT),
]  # fmt: skip
_PLANNED = (2.3, (2.9, 2.9, 2.9, 2.7, 2.6))
_PROVINCES = [
    Column("Provinsi", 2.5), Column("Melapor", 2.4, RIGHT), Column("Nilai NPHD", 3.5, RIGHT),
    Column("Sudah cair", 3.5, RIGHT), Column("Bagian", 1.5, RIGHT), Column("Sisa", 3.1, RIGHT),
]  # fmt: skip


def write(source: Source, tell: Tell) -> bytes:
    """The tables as a .xlsx file."""
    return one_sheet.write(source, *_sheets(source), tell=tell)


def compose(source: Source, tell: Tell) -> Paper:
    """The same on paper."""
    tell(0.0, f"Menulis {HANDOUT.title}")
    rows, provinces = source.ask("bahan/hibah_nasional"), source.ask("bahan/hibah_provinsi")
    simulated = "**Data simulasi, bukan dasar keputusan.** " if source.facts["simulasi"] else ""
    counted, planned = _counted(source), _planned(source)
    reported = f"**{words.number(rows[0]['melapor'])} dari {words.number(rows[0]['semua'])}** daerah melapor. "
    parts = [
        letter.head(),
        Title(HANDOUT.title.upper(), f"{project.subject()}, {source.facts['daerah']}", centred=True),
        Text(f"{simulated}{reported}{_GROUND} {source.ground().removeprefix('Data simulasi. ')}"),
        Heading("1. Jumlah daerah menurut pencairan", 2),
        Table(_titled("Penerima", _COUNTED, [title for _, title in counted]),
              [[row["nama"], *(words.number(row[key]) for key, _ in counted)] for row in rows[:-1]], grid=True),
        Heading("2. Rupiah", 2),
        Table(_MONEY, [[row["nama"], *_money(row)] for row in rows], grid=True),
        Heading("3. Rencana cair sisanya, jumlah hibah", 2),
        Table(_titled("Penerima", _PLANNED, [title for _, title in planned]),
              [[row["nama"], *(words.number(row[key]) for key, _ in planned)] for row in rows], grid=True),
        Heading("4. Tiap provinsi", 2),
        Table(_PROVINCES, [_province(row) for row in provinces], grid=True),
        Signatures([letter.signer("Yang menyusun,", f"Jabatan: {BLANK}", field="Yang menyusun")]),
    ]  # fmt: skip
    return Paper(HANDOUT.title, parts)


def _sheets(source: Source) -> tuple[Subject, ...]:
    counts, plans = ([(key, title, "bil") for key, title in of(source)] for of in (_counted, _planned))
    who, question = ("nama", "Penerima", "teks"), "bahan/hibah_nasional"
    return (
        Subject("Hibah", _SHORTLY, question, (
            who, ("melapor", "Daerah melapor", "bil"), ("semua", "Dari", "bil"), *counts,
            ("nilai_rp", "Nilai NPHD", "rp"), ("dibayar_rp", "Sudah cair", "rp"), ("persen", "Bagian", "persen"),
            ("sisa_rp", "Sisa", "rp"))),
        Subject("Rencana cair", "Jumlah hibah yang belum cair penuh menurut rencana cair sisanya.", question, (
            who, *plans, ("belum_kembali_rp", "Sisa belum kembali", "rp"),
            ("kembali_diketahui", "Hibah yang pengembaliannya diketahui", "bil"))),
        _BY_PROVINCE,
    )  # fmt: skip


_BY_PROVINCE = Subject(
    "Tiap provinsi",
    "Rupiah hibah di tiap provinsi menurut daerah yang melapor, lalu semuanya.",
    "bahan/hibah_provinsi",
    (
        ("provinsi", "Provinsi", "teks"), ("melapor", "Daerah melapor", "bil"), ("semua", "Dari", "bil"),
        ("tertinggal", "Hibah KPU dan Bawaslu yang tertinggal", "bil"), ("nilai_rp", "Nilai NPHD", "rp"),
        ("dibayar_rp", "Sudah cair", "rp"), ("persen", "Bagian", "persen"), ("sisa_rp", "Sisa", "rp"),
        ("tanpa_tanggal", "Tanpa tanggal", "bil"),
    ),
)  # fmt: skip


def _counted(source: Source) -> list[tuple[str, str]]:
    """How far the grants have come: column and title."""
    stage = f"{words.number(source.ask('hibah/batas_rencana')[0]['tahap1_persen'])}%"
    return [("tanpa_naskah", "NPHD belum ditandatangani"), ("bawah", f"di bawah {stage}"),
            ("tengah", f"{stage} sampai di bawah 100%"), ("penuh", "100%"), ("tak_jelas", "belum jelas"),
            ("belum", "belum melapor")]  # fmt: skip


def _planned(source: Source) -> list[tuple[str, str]]:
    """When the rest is to be paid: column and title."""
    [bounds] = source.ask("hibah/batas_rencana")
    near, then = words.date_short(bounds["dekat"]), words.date_short(bounds["sedang"])
    return [("dekat", f"sampai {near}"), ("sedang", f"sesudahnya sampai {then}"), ("sesudah", f"sesudah {then}"),
            ("tanpa_tanggal", "tanpa tanggal"), ("rencana_lewat", "termasuk yang sudah lewat")]  # fmt: skip


def _titled(first: str, widths: tuple[float, tuple[float, ...]], titles: list[str]) -> list[Column]:
    return [
        Column(first, widths[0]),
        *(Column(title, wide, RIGHT) for title, wide in zip(titles, widths[1], strict=True)),
    ]


def _money(row: Row) -> list[str]:
    return [_whole(row["nilai_rp"]), _whole(row["dibayar_rp"]), _part(row["persen"]), _whole(row["sisa_rp"])]


def _province(row: Row) -> list[str]:
    reported = f"{words.number(row['melapor'])} dari {words.number(row['semua'])}"
    return [row["provinsi"], reported, *_money(row)]


def _part(percent: float | None) -> str:
    return _NOTHING if percent is None else words.percent(percent)


def _whole(amount: int | None) -> str:
    return "belum diketahui" if amount is None else words.number(amount)
