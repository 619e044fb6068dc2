"""One agenda point in the minutes: its numbers, where agencies disagree, what is to be decided, and room to write."""

from __future__ import annotations

from docx.document import Document as Doc

from monev.handouts import word, word_tables
from monev.handouts.source import SETTLED, Row, Source
from monev.handouts.word import LEFT, RIGHT
from monev.words import indicator, words
from monev.words.comparison import agrees

#: Empty lines for what is said about a point.
ROOM = 4
#: What stands where there is nothing.
NOTHING = "–"


def write(doc: Doc, source: Source, point: Row, disagreements: list[Row], to_decide: list[Row]) -> None:
    page = point["halaman"]
    word.paragraph(doc, f"{point['nomor']}. {point['judul']}", "Heading 1")
    word.leads(doc, f"**{words.status_word(point['status'], page)}.** {point['kalimat']}")
    word.paragraph(doc, "Angka pokok", "Heading 2")
    before = source.facts["dulu_tanggal"]
    columns = [
        ("Angka", 3.6 if before else 5.9, LEFT),
        ("Kini", 2.4, RIGHT),
        ("Keadaan", 4.0, LEFT),
        ("Dasar", 4.2, LEFT),
    ]
    if before:
        columns.insert(1, (words.date_medium(before), 2.3, RIGHT))
    word_tables.table(doc, columns, [_number(row, page, before is not None) for row in source.numbers(page)])
    word.paragraph(doc, "Angka yang berbeda antarlembaga", "Heading 2")
    told = [row for row in disagreements if not row["petunjuk"] and row["status"] not in SETTLED]
    _apart(doc, [row for row in told if not row["berjalan"] and not agrees(row)])
    under_way = [row for row in told if row["berjalan"]]
    if under_way:
        word.paragraph(doc, "Yang belum sampai", "Heading 2")
    for row in under_way:
        word.paragraph(doc, f"**{words.status_word(row['status'], page)}.** {row['kalimat']}")
    word.paragraph(doc, "Yang perlu diputuskan", "Heading 2")
    if to_decide:
        word_tables.table(
            doc,
            [("Hal", 7.6, LEFT), ("Keadaan", 2.8, LEFT), ("Penanggung jawab", 3.1, LEFT), ("Tenggat", 3.0, LEFT)],
            [
                [
                    row["uraian"],
                    words.status_word(row["status"], page),
                    row["pemilik"] or NOTHING,
                    row["tenggat"] or NOTHING,
                ]
                for row in to_decide
            ],
        )
    else:
        word.paragraph(doc, "Tidak ada yang menunggu keputusan menurut data yang terhitung.")
    word.paragraph(doc, "Pembahasan", "Heading 2")
    word.lines(doc, ROOM)


def _number(row: Row, page: str, compared: bool) -> list[str]:
    then = None if row.get("dulu_status") == "belum_waktunya" else row.get("dulu_nilai")
    before = [NOTHING if then is None else words.value_text(then, row["satuan"])] if compared else []
    status = words.status_word(row["status"], page)
    shown = words.MISSING if row["nilai"] is None else words.value_text(row["nilai"], row["satuan"])
    if indicator.figure(row) is None and row["status"] == "belum_waktunya":
        shown = NOTHING
    why = indicator.reason(row)
    return [row["indikator"], *before, shown, f"{status}: {why}" if why else status, indicator.ground(row) or NOTHING]


def _apart(doc: Doc, rows: list[Row]) -> None:
    if not rows:
        word.paragraph(doc, "Tidak ada angka yang berbeda dalam data yang terhitung.")
        return
    word_tables.table(
        doc,
        [
            ("Yang dibandingkan", 4.2, LEFT),
            ("Satu pihak", 4.8, LEFT),
            ("Pihak lain", 4.8, LEFT),
            ("Selisih", 2.7, RIGHT),
        ],
        [[row["kunci"], _side(row, "kiri"), _side(row, "kanan"), _gap(row)] for row in rows],
    )


def _side(row: Row, side: str) -> str:
    amount = row[f"nilai_{side}"]
    shown = words.NOT_REPORTED if amount is None else words.value_text(amount, row["satuan"])
    return f"{row[side]}: **{shown.replace(' ', chr(0xA0))}**"


def _gap(row: Row) -> str:
    return (
        "belum dapat dibandingkan" if row["selisih"] is None else words.value_text(abs(row["selisih"]), row["satuan"])
    )
