"""The course of one number from meeting to meeting, large: what each meeting knew, its target, and what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import isfinite
from typing import Any

from monev.screen.draw import course_line, happened as happened_marks
from monev.screen.draw.elements import block, empty_state, mark
from monev.screen.draw.html import Html, html
from monev.words import happened, indicator, words
from monev.words.happened import Happened

Row = Mapping[str, Any]

#: Percent of the width that a date below the chart, and of the height that the uppermost value, need for themselves.
DATE, TOP, BOTTOM = 11, 16, 20
#: Percent of the width that the words of a change need.
WORDS = 30
#: Percent of the height by which a corrected value stands off what was known.
APART = 8
#: Thresholds, among what may have become another one at a point.
BOUNDS = {"arah", "hijau", "kuning"}
#: Events whose words stand at their marks, each on a line of its own: more are numbered, with their words below.
EVENTS = 3
#: Pixels that the chart surely has on a screen and on a phone, what its margin adds beside it, and those of
#: a letter.
SCREEN, PHONE, BESIDE, LETTER, CAPITAL = 480, 300, 12, 7, 10
_NONE = "Jalannya tampil setelah ada rapat yang dibekukan."
_UNKNOWN = "Angka ini belum diketahui pada satu rapat pun."


def chart(points: Sequence[Row], unit: str, target: float | None, events: Sequence[Row] = (), agenda: str = "") -> Html:
    """All points at their true dates; a meeting without a value is a ring with words and a broken line, never nought.

    Keys of a point, the earliest first: rapat (None: the end of a day without one, a dot; the last one is now),
    tanggal, nilai, status, berubah (thresholds and rules that became others there).
    `target` is the bound of green, in the number's own unit; `events` have tanggal and peristiwa.
    """
    if len(points) < 2 or not any(map(indicator.known, points)):
        return empty_state(_NONE if len(points) < 2 else _UNKNOWN)
    first, last = points[0]["tanggal"], points[-1]["tanggal"]
    at = [_left(row["tanggal"], first, last) for row in points]
    aim = target if target is not None and isfinite(target) else None
    high = _heights(points, aim)
    found = happened.within(events, first, last)
    squares = _squares(points, unit, high, aim)
    inner = html("").join(
        [
            html('<i class="garis" style="--gambar:{}"></i>', _strokes(at, high, points, whole=True)),
            html('<i class="garis putus" style="--gambar:{}"></i>', _strokes(at, high, points, whole=False)),
            _aim(aim, unit, points),
            *_happened(found),
            *(
                _point(row, left, top, unit, agenda, row is points[-1], square)
                if _named(row, points)
                else _day(row, left, top)
                for row, left, top, (_, square) in zip(points, at, high, squares, strict=True)
            ),
            *_corrected(squares, at, high),
            *_changed(points, at),
            *_dates(points, at),
        ]
    )
    named = [row for row in points if _named(row, points)]
    said = course_line.spoken(named, unit) + _told(aim, unit) + happened.told(found)
    drawn = '<div class="{}" style="--kata:{}" role="img" aria-label="{}">{}</div>'
    canvas = html(drawn, f"kanvas {_worded(found)}".strip(), len(found.marked), said, inner)
    return block(canvas + happened_marks.listed(found), "jalan")


def _named(row: Row, points: Sequence[Row]) -> bool:
    """Whether a point is a meeting, or now, and not a mere day between."""
    return row["rapat"] is not None or row is points[-1]


def corrections(points: Sequence[Row], unit: str) -> list[tuple[Row, str]]:
    """The points of which the sheets of now say something else, each with that said: as shown, both in words."""
    found = []
    for row in points:
        now = row.get("kini_dibaca")
        then = words.value_text(row["nilai"], unit) if indicator.known(row) else "belum ada angka"
        if now is not None and words.value_text(now, unit) != then:
            found.append((row, f"waktu itu {then}, kini dibaca {words.value_text(now, unit)}"))
    return found


def _told(aim: float | None, unit: str) -> str:
    return f" Batas hijau {words.value_text(aim, unit)}." if aim is not None else ""


def _left(day: dt.date, first: dt.date, last: dt.date) -> float:
    return round(100 * (day - first) / ((last - first) or dt.timedelta(days=1)), 2)


def _heights(points: Sequence[Row], aim: float | None) -> list[float]:
    """How far down each point stands, in percent; one without a value stands beside the next one that has one."""
    bounds = _bounds(points, aim)
    found = [_down(row["nilai"], bounds) if indicator.known(row) else None for row in points]
    for place in [*range(len(found) - 2, -1, -1), *range(1, len(found))]:
        if found[place] is None:
            beside = place + 1 if place + 1 < len(found) and found[place + 1] is not None else place - 1
            found[place] = found[beside] if beside >= 0 else None
    return [50.0 if one is None else one for one in found]


def _bounds(points: Sequence[Row], aim: float | None) -> list[float]:
    """All values that have to find room in the height."""
    values = [row["nilai"] for row in points if indicator.known(row)]
    values += [row["kini_dibaca"] for row in points if row.get("kini_dibaca") is not None]
    return [*values, *([aim] if aim is not None else [])]


def _down(value: float, bounds: Sequence[float]) -> float:
    least, span = min(bounds), max(bounds) - min(bounds)
    return round(TOP + (100 - TOP - BOTTOM) * (1 - (value - least) / span), 2) if span else 50.0


def _strokes(at: Sequence[float], high: Sequence[float], points: Sequence[Row], whole: bool) -> str:
    """The lines between values that follow one another; or (not `whole`) those that lead past a meeting without one."""
    ends = pairwise(zip(at, high, map(indicator.known, points), strict=True))
    lines = [
        f"M{left} {top} L{right} {below}" for (left, top, one), (right, below, two) in ends if (one and two) is whole
    ]
    return course_line.mask(" ".join(lines), 100, 100, 3, "none" if whole else "1 7")


def _point(row: Row, left: float, top: float, unit: str, agenda: str, now: bool, square: float | None) -> Html:
    kind = "titik kini" if now else "titik tepi" if left < DATE else "titik"
    # A value stands above its sign, words below their ring: on the other side where the corrected one stands there.
    kind += " balik" if square is not None and (square < top) is indicator.known(row) else ""
    if not indicator.known(row):
        said = words.status_word(row["status"], agenda).lower() if row["status"] else "belum ada angka"
        return html(
            '<span class="{} kosong" style="--x:{};--y:{}"><em></em><small>{}</small></span>', kind, left, top, said
        )
    value = words.value(row["nilai"], unit)[0]
    sign = mark(row["status"], agenda)
    return html('<span class="{}" style="--x:{};--y:{}"><b>{}</b>{}</span>', kind, left, top, value, sign)


def _day(row: Row, left: float, top: float) -> Html:
    """The end of a day without a meeting: a dot on the line where a value was shown, else nothing."""
    if not indicator.known(row):
        return html("")
    return html('<span class="harian" style="--x:{};--y:{}"></span>', left, top)


def _aim(aim: float | None, unit: str, points: Sequence[Row]) -> Html:
    if aim is None:
        return html("")
    place, first = _down(aim, _bounds(points, aim)), _heights(points, aim)[0]
    kind = "batas" if abs(place - first) >= DATE else "batas bawah"  # where its words lie over no value
    said = words.value_text(aim, unit)
    return html('<span class="{}" style="--y:{}"><small>batas hijau {}</small></span>', kind, place, said)


def _worded(found: Happened) -> str:
    """Where the words of the events stand at their marks: on a screen, on a phone too; else they are numbered there."""
    if not found.marked:
        return ""
    fits = [
        len(found.marked) <= EVENTS
        and all(_long(found, row) <= wide * _side(found.place(row)) / 100 + BESIDE for row in found.marked)
        for wide in (SCREEN, PHONE)
    ]
    return "berperistiwa" + (" berkata" if fits[0] else "") + (" berkata-sempit" if all(fits) else "")


def _long(found: Happened, row: Row) -> float:
    return sum(CAPITAL if sign.isupper() or not sign.isascii() else LETTER for sign in happened.said(row, found.last))


def _side(left: float) -> float:
    """The wider side of a mark, on which its words stand, in percent."""
    return max(left, 100 - left)


def _happened(found: Happened) -> Iterator[Html]:
    """The last one stands highest, so that no line of another runs through its words."""
    at = [found.place(row) for row in found.marked]
    for place, (row, left, number) in enumerate(zip(found.marked, at, happened.numbers(at), strict=True)):
        side, line = "kiri" if left > 50 else "kanan", len(at) - 1 - place
        drawn = '<span class="peristiwa {}" style="--x:{};--ke:{}"><b>{}</b><small>{}</small></span>'
        yield html(drawn, side, left, line, number, happened.said(row, found.last))


def _squares(
    points: Sequence[Row], unit: str, high: Sequence[float], aim: float | None
) -> list[tuple[str, float | None]]:
    """Of each point what is said of its correction, and how far down its square stands; nothing of one without."""
    found, bounds = {id(row): said for row, said in corrections(points, unit)}, _bounds(points, aim)
    return [
        (found[id(row)], _apart(_down(row["kini_dibaca"], bounds), top)) if id(row) in found else ("", None)
        for row, top in zip(points, high, strict=True)
    ]


def _corrected(
    squares: Sequence[tuple[str, float | None]], at: Sequence[float], high: Sequence[float]
) -> Iterator[Html]:
    """A hollow square where each corrected value would stand, on a stem from what was known; the last one in words."""
    found = [
        (said, down, left, top) for (said, down), left, top in zip(squares, at, high, strict=True) if down is not None
    ]
    for place, (said, down, left, top) in enumerate(found, start=1):
        text = said if place == len(found) else ""
        side = "kiri" if left > 40 else "kanan"
        drawn = (
            '<span class="koreksi {}" style="--x:{};--y:{};--dari:{};--ke:{}"><i></i><em></em><small>{}</small></span>'
        )
        yield html(drawn, side, left, down, min(top, down), max(top, down), text)


def _apart(down: float, beside: float) -> float:
    """A place that does not cover the one beside which it stands."""
    if abs(down - beside) >= APART:
        return down
    return beside + APART if down >= beside else beside - APART - TOP / 2


def _changed(points: Sequence[Row], at: Sequence[float]) -> Iterator[Html]:
    """Marks at all of them, with words where these lie over no others; below the chart each is told whole."""
    free = -float(WORDS)
    for row, left in zip(points, at, strict=True):
        if not row["berubah"]:
            continue
        what = "ambang berubah" if BOUNDS & row["berubah"].keys() else "aturan berubah"
        apart = left - free >= 2 * WORDS
        free = left if apart else free
        side = "kiri" if left > 100 - WORDS else "kanan"
        yield html('<span class="aturan {}" style="--x:{}"><small>{}</small></span>', side, left, what if apart else "")


def _dates(points: Sequence[Row], at: Sequence[float]) -> Iterator[Html]:
    """Dates below the points, from the last one back, as many as stand apart."""
    free = 200.0
    for row, left in [one for one in zip(points, at, strict=True) if _named(one[0], points)][::-1]:
        shown = free - left >= DATE
        free = left if shown else free
        kind = "kini" if row is points[-1] else ""
        said = words.date_short(row["tanggal"]) if shown else ""
        yield html('<span class="hari {}" style="--x:{}"><i></i><small>{}</small></span>', kind, left, said)
