"""One agenda point in the minutes: its numbers, where agencies disagree, what is to be decided, said and decided."""

from __future__ import annotations

from collections.abc import Iterator

from monev.handouts.paper import RIGHT, Column, Heading, Part, Table, Text
from monev.handouts.source import SETTLED, Row, Source
from monev.words import indicator, words
from monev.words.comparison import agrees

#: Empty rows for what is said about a point, and for what is decided besides what was recorded.
ROOM, MORE = 3, 1
#: What stands where there is nothing.
NOTHING = "–"


def parts(source: Source, point: Row, disagreements: list[Row], to_decide: list[Row]) -> Iterator[Part]:
    """All that the minutes hold of it."""
    page = point["halaman"]
    yield Heading(f"{point['nomor']}. {point['judul']}")
    yield Text(f"**{words.status_word(point['status'], page)}.** {point['kalimat']}", leads=True)
    yield Heading("Angka pokok", 2)
    before = source.facts["dulu_tanggal"]
    columns = [Column("Angka", 3.6 if before else 5.9), Column("Kini", 2.4, RIGHT), Column("Keadaan", 4.0),
               Column("Dasar", 4.2)]  # fmt: skip
    if before:
        columns.insert(1, Column(words.date_medium(before), 2.3, RIGHT))
    yield Table(columns, [_number(row, page, before is not None) for row in source.numbers(page)])
    told = [row for row in disagreements if not row["petunjuk"] and row["status"] not in SETTLED]
    if source.compares(page):
        yield Heading("Angka yang berbeda antarlembaga", 2)
        yield _apart([row for row in told if not row["berjalan"] and not agrees(row)])
    under_way = [row for row in told if row["berjalan"]]
    if under_way:
        yield Heading("Yang belum sampai", 2)
    for row in under_way:
        yield Text(f"**{words.status_word(row['status'], page)}.** {row['kalimat']}")
    yield Heading("Yang perlu diputuskan", 2)
    yield _asked(to_decide, page)
    yield Heading("Pembahasan", 2)
    yield Table([Column("Oleh", 3.6), Column("Yang disampaikan", 12.9)], [["", ""]] * ROOM, grid=True, high=0.9)
    yield Heading("Keputusan agenda ini", 2)
    decided = [row for row in source.decided if row["agenda"] == page]
    yield Table(
        [Column("Diputuskan", 8.6), Column("Oleh siapa dikerjakan", 4.7), Column("Paling lambat", 3.2)],
        [*([row["uraian"], row["pemilik"], words.date_medium(row["tenggat"])] for row in decided),
         *([[""] * 3] * MORE)],
        high=0.8,
    )  # fmt: skip


def _asked(to_decide: list[Row], page: str) -> Part:
    if not to_decide:
        return Text("Tidak ada yang menunggu keputusan menurut data yang terhitung.")
    return Table(
        [Column("Hal", 7.6), Column("Keadaan", 2.8), Column("Penanggung jawab", 3.1), Column("Tenggat", 3.0)],
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


def _number(row: Row, page: str, compared: bool) -> list[str]:
    then = None if row.get("dulu_status") == "belum_waktunya" else row.get("dulu_nilai")
    before = [NOTHING if then is None else words.value_text(then, row["satuan"])] if compared else []
    status = words.status_word(row["status"], page)
    shown = words.MISSING if row["nilai"] is None else words.value_text(row["nilai"], row["satuan"])
    if indicator.figure(row) is None and row["status"] == "belum_waktunya":
        shown = NOTHING
    why = indicator.reason(row)
    return [row["indikator"], *before, shown, f"{status}: {why}" if why else status, indicator.ground(row) or NOTHING]


def _apart(rows: list[Row]) -> Part:
    if not rows:
        return Text("Tidak ada angka yang berbeda dalam data yang terhitung.")
    return Table(
        [Column("Yang dibandingkan", 4.2), Column("Satu pihak", 4.8), Column("Pihak lain", 4.8),
         Column("Selisih", 2.7, RIGHT)],
        [[row["kunci"], _side(row, "kiri"), _side(row, "kanan"), _gap(row)] for row in rows],
    )  # fmt: skip


def _side(row: Row, side: str) -> str:
    amount = row[f"nilai_{side}"]
    shown = words.NOT_REPORTED if amount is None else words.value_text(amount, row["satuan"])
    return f"{row[side]}: **{shown.replace(' ', chr(0xA0))}**"


def _gap(row: Row) -> str:
    return (
        "belum dapat dibandingkan" if row["selisih"] is None else words.value_text(abs(row["selisih"]), row["satuan"])
    )
