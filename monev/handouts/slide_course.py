"""The course of an agenda point's numbers from meeting to meeting, as each meeting knew them, as a table to edit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.handouts.slide_canvas import BODY, SENTENCE, SMALL, Box, Canvas, Line
from monev.handouts.slide_tables import GUTTER, Column, fitting, shorten, table, tops
from monev.handouts.slide_template import FOOT, RIM, WIDE
from monev.handouts.source import Row, Rows, Source
from monev.handouts.text_fit import LINE, fit, width
from monev.words import indicator, words

#: Meetings beside what is shown now.
MEETINGS = 7
#: Points of the column of names, of a sign, and between it and its number.
_NAME, _SIGN, _APART = 236, 13, 5
#: Where the table begins.
_TOP = 84
_ROOM = WIDE - 2 * RIM
#: What stands where a meeting knew no number.
NONE = "–"


def known(source: Source, page: str) -> Rows:
    """The numbers of an agenda point that any meeting before knew, in their order."""
    return [row for row in source.numbers(page) if any(one["status"] for one in source.courses.get(row["kode"], ()))]


def title(agenda: Row) -> str:
    """What the slide is called."""
    return f"Jalannya angka agenda {agenda['nomor']}: {agenda['judul_pendek']}"


def write(canvas: Canvas, source: Source, agenda: Row, rows: Rows) -> None:
    """Fill the slide with the numbers of `rows` (those of `known`), at the last meetings and now."""
    canvas.head(Box(RIM, 22, _ROOM - 160, 36), [Line(title(agenda), SENTENCE, bold=True)])
    canvas.rule(Box(RIM, 66, 60, 5), "accent")
    days = sorted({one["tanggal"] for row in rows for one in source.courses[row["kode"]]})[-MEETINGS:]
    wide = (_ROOM - _NAME) / (len(days) + 1)
    columns = [Column("Angka", _NAME)]
    columns += [Column(words.date_short(day), wide, right=True) for day in [*days, source.today]]
    lines = [_line(source, row, days) for row in rows]
    texts = [[name, *(said for said, _ in told)] for name, told in lines]
    room = FOOT - 16 - SMALL * LINE - 8 - _TOP
    cells, size = next(
        ((cells, size) for size in (BODY, SMALL) if (cells := shorten(columns, texts, size, 1)) == texts
         and fitting(columns, cells, size, room) == len(rows)), (shorten(columns, texts, SMALL, 2), SMALL)
    )  # fmt: skip
    shown = fitting(columns, cells, size, room)
    told = zip(rows[:shown], lines[:shown], strict=True)
    said = " ".join(_told(row, line, [*days, source.today], agenda["halaman"]) for row, (_, line) in told)
    said = f"{title(agenda)}. {said}"
    end = table(canvas, Box(RIM, _TOP, _ROOM, 0), columns, cells[:shown], size, said, "Jalannya angka")
    for top, line, (_, told) in zip(tops(columns, cells[:shown], size, _TOP), cells, lines, strict=False):
        for place, (figure, (_, status)) in enumerate(zip(line[1:], told, strict=True), start=1):
            if status:
                left = RIM + _NAME + place * wide - GUTTER - width(figure, size) - _SIGN - _APART
                canvas.sign(max(left, RIM + _NAME + (place - 1) * wide), top + size * 0.4, _SIGN, status)
    more = f"dan {words.number(len(rows) - shown)} angka lainnya. " if shown < len(rows) else ""
    note = fit(f"{more}Nilai dan keadaan seperti diketahui waktu itu; {NONE} belum ada angka.", SMALL, _ROOM, 1)
    canvas.text(Box(RIM, end + 8, _ROOM, SMALL * LINE), [Line(note, SMALL, colour="ink2")], "Keterangan")


def _line(source: Source, row: Row, days: Sequence[dt.date]) -> tuple[str, list[tuple[str, str | None]]]:
    """The name, and the value as shown and the status of each day, now behind them."""
    then = {one["tanggal"]: one for one in source.courses[row["kode"]]}
    found = [then.get(day, {"nilai": None, "status": None}) for day in days]
    line = [*found, row]
    figures, unit = _figures([one["nilai"] if indicator.known(one) else None for one in line], row["satuan"])
    told = [(figure, one["status"]) for figure, one in zip(figures, line, strict=True)]
    return f"**{row['indikator']}**{unit}", [*told[:-1], (f"**{told[-1][0]}**", row["status"])]


def _figures(amounts: Sequence[float | None], unit: str) -> tuple[list[str], str]:
    """Each amount without its unit, which stands once behind the name; per cent stand with each."""
    known = [one for one in amounts if one is not None]
    if unit == "rp":
        figures, unit = words.rupiah_row(known)
    else:
        figures = [words.value(one, unit)[0] for one in known]
    left = iter(figures)
    told = [NONE if one is None else next(left) for one in amounts]
    return told, "" if unit == "persen" or not known else f" ({unit})"


def _told(row: Row, told: Sequence[tuple[str, str | None]], days: Sequence[dt.date], page: str) -> str:
    said = (
        f"{words.date_short(day)} {figure.strip('*')}"
        + (f" ({words.status_word(status, page).lower()})" if status else "")
        for day, (figure, status) in zip(days, told, strict=True)
    )
    return f"{row['indikator']}: {', '.join(said)}."
