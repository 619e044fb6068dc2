"""The parts of the picture on an agenda point's slide: its title, bars, a table, and what had no room."""

from __future__ import annotations

from collections.abc import Sequence

from monev.handouts import slide_charts, slide_tables
from monev.handouts.slide_canvas import BODY, SMALL, Box, Canvas, Line
from monev.handouts.slide_charts import Bar
from monev.handouts.slide_tables import Column, fitting, shorten
from monev.handouts.text_fit import LINE, fit, lines
from monev.words import words

#: Points from one bar to the next, at least.
_BAR = 23


def section(canvas: Canvas, box: Box, title: str, aside: str = "") -> float:
    """The title of a part under its rule; gives where the part begins."""
    canvas.rule(Box(box.left, box.top, box.width, 2), "ink")
    whole = f"**{title}** {aside}"
    said = whole if len(lines(whole, BODY, box.width)) <= 1 else fit(f"**{title}**", BODY, box.width, 1)
    canvas.text(Box(box.left, box.top + 5, box.width, BODY * LINE), [Line(said, colour="ink2")], title)
    return box.top + 5 + BODY * LINE + 6


def fits(high: Sequence[float], room: float, rest: float) -> int:
    """How many of things so high have room; where not all have, a line of `rest` points stays free below them."""
    if sum(high) <= room:
        return len(high)
    shown = 0
    while shown < len(high) and sum(high[: shown + 1]) <= room - rest:
        shown += 1
    return shown


def rest(canvas: Canvas, box: Box, count: int, what: str = "") -> None:
    """That more are there than are shown; nothing where none is left."""
    if count > 0:
        said = f"dan {words.number(count)} {what} lainnya" if what else f"dan {words.number(count)} lagi"
        canvas.text(box, [Line(said, SMALL, colour="ink2")], "Selebihnya")


def bars(canvas: Canvas, box: Box, top: float, drawn: Sequence[Bar], chosen: int, pattern: str, series: str,
         said: str, what: str, target: float | None = None) -> None:  # fmt: skip
    """As many bars as have room below `top`, and how many are left; `what` names them, the rest is as for
    `slide_charts.bars`.
    """
    shown = fits([_BAR] * len(drawn), box.foot - top, SMALL * LINE + 2)
    high = min(shown * 34, box.foot - top - (SMALL * LINE + 2 if shown < len(drawn) else 0))
    slide_charts.bars(canvas, Box(box.left, top, box.width, high), drawn[:shown], chosen, pattern, series, said, target)
    rest(canvas, Box(box.left, top + high + 2, box.width, SMALL * LINE), len(drawn) - shown, what)


def table(canvas: Canvas, box: Box, top: float, columns: Sequence[Column], rows: Sequence[Sequence[str]], said: str,
          what: str, note: str = "") -> None:  # fmt: skip
    """As many rows as have room; below them how many are left, and `note`."""
    short = shorten(columns, rows, SMALL, 2)
    line, room = SMALL * LINE + 3, box.foot - top
    note = fit(note, SMALL, box.width, 1)
    shown = fitting(columns, short, SMALL, room - (line if note else 0))
    if shown < len(short):
        shown = fitting(columns, short, SMALL, room - line - (line if note else 0))
    if shown:
        drawn = Box(box.left, top, box.width, 0)
        top = slide_tables.table(canvas, drawn, columns, short[:shown], SMALL, said, f"Tabel {what}") + 3
    left = len(rows) - shown
    texts = [
        f"dan {words.number(left)} {what} lainnya" if shown else f"{words.number(left)} {what} di halaman ini"
    ] * bool(left)
    if texts or note:
        lines = [Line(text, SMALL, colour="ink2") for text in [*texts, note] if text]
        canvas.text(Box(box.left, top, box.width, len(lines) * SMALL * LINE), lines, "Selebihnya")


def told(pairs: Sequence[tuple[str, str]]) -> str:
    """Names with their values, as the message of a picture ends."""
    return words.listing([f"{name} {value}" for name, value in pairs]) + "."


def empty(canvas: Canvas, box: Box, top: float, said: str) -> None:
    """What is said where there is nothing to draw."""
    canvas.text(Box(box.left, top, box.width, 44), [Line(said, colour="ink2")], "Keterangan")
