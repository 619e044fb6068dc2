"""The table of grants that the ministry asks for: a workbook of one sheet to be sent, and a PDF to be signed."""

from __future__ import annotations

from monev.handouts import letter, one_sheet
from monev.handouts.handout import About, Tell
from monev.handouts.paper import RIGHT, Column, Heading, Paper, Signatures, Table, Text, Title
from monev.handouts.source import Row, Source
from monev.handouts.workbook_sheets import Subject
from monev.words import project, words

HANDOUT = About(
    "Rekap pencairan hibah",
    "Tabel yang diminta kementerian, tiap penerima: NPHD, nilai, cair, sisa, rencana cair, nomor dokumen.",
    "xlsx",
)
#: The table itself, however it is written down.
TABLE = Subject(
    "Rekap hibah",
    "Pencairan hibah Pilkada tiap penerima menurut BPKPD, dengan nomor dokumen sebagai bukti. Dasar: Pasal 16 ayat (4) "
    "Permendagri 54/2019 jo. 41/2020.",
    "bahan/rekap_hibah",
    (
        ("nama", "Penerima", "teks"), ("keadaan", "Keadaan", "teks"), ("nomor_nphd", "Nomor NPHD", "teks"),
        ("tanggal_nphd", "Tanggal NPHD", "tgl"), ("pola", "Pola", "teks"), ("nilai_rp", "Nilai NPHD", "rp"),
        ("dibayar_rp", "Sudah cair", "rp"), ("persen_cair", "Bagian", "persen"), ("sisa_rp", "Sisa", "rp"),
        ("kata_rencana", "Rencana cair sisanya", "teks"), ("bukti_cair", "SP2D (nomor, tanggal, nilai)", "teks"),
        ("keterangan", "Keterangan", "teks"),
    ),
)  # fmt: skip
#: Whose figures they are.
_PAYS, _NOTHING = "bpkpd", "–"
_FIGURES = [
    Column("Penerima", 1.9), Column("Keadaan", 2.7), Column("Nilai NPHD", 2.8, RIGHT), Column("Sudah cair", 2.8, RIGHT),
    Column("Bagian", 1.5, RIGHT), Column("Sisa", 2.5, RIGHT), Column("Rencana cair sisanya", 2.3),
]  # fmt: skip
_SHOWN = [
    Column("Penerima", 1.9),
    Column("NPHD", 4.3),
    Column("SP2D (nomor, tanggal, nilai)", 6.5),
    Column("Keterangan", 3.8),
]


def write(source: Source, tell: Tell) -> bytes:
    """The table as a .xlsx file."""
    tell(0.0, f"Menulis lembar {TABLE.title}")
    return one_sheet.write(source, TABLE)


def compose(source: Source, tell: Tell) -> Paper:
    """The same on paper: the figures, then the documents that show them."""
    tell(0.0, f"Menulis {TABLE.title}")
    rows = source.ask(TABLE.question)
    simulated = "**Data simulasi, bukan dasar keputusan.** " if source.facts["simulasi"] else ""
    figures = [
        [row["nama"], row["keadaan"] or _NOTHING, *map(_whole, (row["nilai_rp"], row["dibayar_rp"])),
         words.percent(row["persen_cair"]), _whole(row["sisa_rp"]), row["kata_rencana"] or _NOTHING]
        for row in rows
    ]  # fmt: skip
    shown = [
        [row["nama"], _agreement(row), row["bukti_cair"] or _NOTHING, row["keterangan"] or _NOTHING]
        for row in rows[:-1]
    ]
    parts = [
        letter.head(_PAYS),
        Title(HANDOUT.title.upper(), f"{project.subject()} {source.facts['daerah']}", centred=True),
        Text(f"{simulated}{TABLE.holds} {source.ground().removeprefix('Data simulasi. ')}"),
        Heading("1. Pencairan tiap penerima (Rp)", 2),
        Table(_FIGURES, figures, grid=True),
        Heading("2. Nomor dokumen", 2),
        Table(_SHOWN, shown, grid=True),
        Signatures([letter.signer(f"{words.agency(_PAYS)},", field=words.agency(_PAYS))]),
    ]
    return Paper(HANDOUT.title, parts)


def _whole(amount: int | None) -> str:
    return "belum diketahui" if amount is None else words.number(amount)


def _agreement(row: Row) -> str:
    if not row["nomor_nphd"]:
        return _NOTHING
    signed = words.date_medium(row["tanggal_nphd"]) if row["tanggal_nphd"] else "tanggal belum diketahui"
    return ", ".join(part for part in (row["nomor_nphd"], signed, row["pola"]) if part)
