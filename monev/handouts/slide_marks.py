"""The marks of what happened over a chart of days on a slide, and their words below it."""

from __future__ import annotations

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Pt

from monev.handouts.slide_canvas import SMALL, Box, Canvas, Line, rgb, unstyled
from monev.handouts.text_fit import LINE, fit, height, width
from monev.words import happened
from monev.words.happened import Happened
from monev.words.safe_text import legible

#: Points above the chart for the numbers of the marks, and below it before their words; lines that those may take.
ROOM, _GAP, _LINES = SMALL * LINE + 2, 4, 2
#: Points that the numbers of several marks need beside each other.
_NUMBERS = 34


def marks(canvas: Canvas, plot: Box, found: Happened) -> None:
    """Dotted lines through `plot`, in which each day from the first to the last has a column of one width, and their
    numbers in the `ROOM` above it."""
    column = plot.width / ((found.last - found.first).days + 1)
    at = [plot.left + column * ((row["tanggal"] - found.first).days + 0.5) for row in found.marked]
    near = 100 * _NUMBERS / plot.width
    numbers = happened.numbers([100 * (left - plot.left) / plot.width for left in at], near)
    for row, left, number in zip(found.marked, at, numbers, strict=True):
        line = canvas.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(left), Pt(plot.top), Pt(left), Pt(plot.foot))
        line.line.color.rgb, line.line.width = rgb(canvas.colours, "ink"), Pt(1.25)
        line.line.dash_style = MSO_LINE.ROUND_DOT
        unstyled(line)
        said = legible(happened.said(row, found.last))
        line.name = f"Peristiwa: {said}"
        line._element.nvCxnSpPr.cNvPr.set("descr", said)
        if number:
            wide = width(number, SMALL, True) + 2
            place = Box(left - wide / 2, plot.top - ROOM, wide, ROOM)
            canvas.text(place, [Line(number, SMALL, bold=True)], f"Peristiwa {number}")


def words(found: Happened, room: float) -> str:
    """What the marks mean and what is planned after the last day, shortened to the lines that it may take."""
    rows = [f"**{number}** {happened.said(row, found.last)}" for number, row in enumerate(found.marked, start=1)]
    rows += filter(None, [happened.more(found)])
    rows += [f"sesudahnya {ahead}"] if (ahead := happened.following(found)) else []
    return fit("; ".join(rows), SMALL, room, _LINES) if rows else ""


def needed(said: str, room: float) -> float:
    """Points that these words take below the chart."""
    return height(said, SMALL, room) + _GAP if said else 0
