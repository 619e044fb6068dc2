"""The course of a number over the last meetings: as a small line beside it, and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from monev.screen.draw.elements import mark
from monev.screen.draw.html import Html, every, html
from monev.words import words
from monev.words.indicator import known

Row = Mapping[str, Any]

#: Meetings that the small line shows; and how wide and high its picture is, in parts of its own.
LAST, WIDE, HIGH, EDGE = 8, 100, 30, 4


def small(points: Sequence[Row], unit: str, agenda: str = "") -> Html:
    """The line beside a headline number, at its end the sign of its status; nothing with fewer than two values.

    Keys of a point, the earliest first: tanggal, nilai, status. A meeting without a value is a ring, and no line leads
    past it as if it were known.
    """
    last = points[-LAST:]
    if sum(map(known, last)) < 2:
        return html("")
    heights = _heights(last)
    places = [round(100 * place / (len(last) - 1), 1) for place in range(len(last))]
    rings = ((left,) for left, height in zip(places, heights, strict=True) if height is None)
    sign = ""
    if heights[-1] is not None:
        sign = html(
            '<span style="--x:{};--y:{}">{}</span>', places[-1], _share(heights[-1]), mark(last[-1]["status"], agenda)
        )
    return html(
        '<span class="jalur" role="img" aria-label="{}"><i style="--gambar:{}"></i>{}{}</span>',
        spoken(last, unit),
        _picture(places, heights),
        every('<em style="--x:{}"></em>', rings),
        sign,
    )


def spoken(points: Sequence[Row], unit: str) -> str:
    """The course in words, for those who do not see it."""
    said = [f"{words.date_short(row['tanggal'])} {_value(row, unit)}" for row in points]
    return f"Jalannya: {'; '.join(said)}."


def _value(row: Row, unit: str) -> str:
    return words.value_text(row["nilai"], unit) if known(row) else "belum ada angka"


def _heights(points: Sequence[Row]) -> list[float | None]:
    """How far down each value lies in the picture; the middle where all are alike."""
    values = [row["nilai"] for row in points if known(row)]
    least, span = min(values), max(values) - min(values)
    room = HIGH - 2 * EDGE
    return [
        (EDGE + room * (1 - (row["nilai"] - least) / span) if span else HIGH / 2) if known(row) else None
        for row in points
    ]


def _share(height: float) -> float:
    return round(100 * height / HIGH, 1)


def _picture(places: Sequence[float], heights: Sequence[float | None]) -> str:
    """The line as a mask, which lets the colour of the theme through: one stroke for each run of values that follow one
    another."""
    runs: list[list[str]] = [[]]
    for left, height in zip(places, heights, strict=True):
        if height is None:
            runs.append([])
        else:
            runs[-1].append(f"{left} {height:.1f}")
    # A value alone between two gaps is a dot: a line without length, with round ends.
    strokes = "".join(f"M{' L'.join(run)}" if len(run) > 1 else f"M{run[0]} h.01" for run in runs if run)
    return mask(strokes, WIDE, HIGH, 2)


def mask(strokes: str, wide: float, high: float, thick: float, dashes: str = "none") -> str:
    """Strokes as an image that fills its place, however wide that is; their thickness stays."""
    drawn = html(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {} {}' preserveAspectRatio='none'>"
        "<path d='{}' fill='none' stroke='black' stroke-width='{}' stroke-dasharray='{}' stroke-linejoin='round' "
        "stroke-linecap='round' vector-effect='non-scaling-stroke'/></svg>",
        wide, high, strokes, thick, dashes,
    )  # fmt: skip
    return f'url("data:image/svg+xml,{quote(drawn, safe="")}")'
