"""The table of grants that the ministry asks for, as a workbook of one sheet: to be sent as it is."""

from monev.handouts import one_sheet
from monev.handouts.handout import About, Tell
from monev.handouts.paper import LEFT, RIGHT, Column, Paper, Table, Text, Title
from monev.handouts.source import Row, Source
from monev.handouts.workbook_sheets import Subject
from monev.words import words

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


def write(source: Source, tell: Tell) -> bytes:
    """The table as a .xlsx file."""
    tell(0.0, f"Menulis lembar {TABLE.title}")
    return one_sheet.write(source, TABLE)


#: The same table as it fits a page: titles, widths in cm, and whether a column stands to the right.
COLUMNS = (
    ("Penerima", 1.7, False), ("Keadaan", 2.3, False), ("NPHD", 3.2, False), ("Nilai NPHD", 2.9, True),
    ("Sudah cair", 2.9, True), ("Sisa dan rencana cairnya", 3.5, False),
)  # fmt: skip


def page(source: Source) -> list[list[str]]:
    """Its rows in words, for a document: **pairs** are bold, and a cell may have several lines."""
    return [line for row in source.ask(TABLE.question) for line in _lines(row)]


def _lines(row: Row) -> list[list[str]]:
    """The row of a receiver, and below it what proves the payments."""
    share = "" if row["persen_cair"] is None else f"\n{words.percent(row['persen_cair'])}"
    signed = [row["nomor_nphd"], row["tanggal_nphd"] and words.date_medium(row["tanggal_nphd"]), row["pola"]]
    left = [_amount(row["sisa_rp"]), row["kata_rencana"], row["keterangan"]]
    told = [
        f"**{row['nama']}**", row["keadaan"] or "", "\n".join(filter(None, signed)) or "–", _amount(row["nilai_rp"]),
        _amount(row["dibayar_rp"]) + share, "\n".join(filter(None, left)),
    ]  # fmt: skip
    proof = [
        ["", "SP2D", *one.rsplit(", ", 2)[:2], one.rsplit(", ", 2)[2], ""]
        for one in (row["bukti_cair"] or "").splitlines()
    ]
    return [told, *proof]


def _amount(value: int | None) -> str:
    return "–" if value is None else words.rupiah_full(value)


def compose(source: Source, tell: Tell) -> Paper:
    """The same as a document."""
    tell(0.0, f"Menulis {HANDOUT.title}")
    columns = [Column(title, width, RIGHT if right else LEFT) for title, width, right in COLUMNS]
    return Paper(HANDOUT.title, [
        Title(HANDOUT.title), Text(TABLE.holds), Text(source.ground()), Table(columns, page(source))])  # fmt: skip
