"""Tables of a slide that can be edited where it is opened; no pictures of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Pt

from monev.handouts.slide_canvas import SMALL, Box, Canvas, Line, write
from monev.handouts.text_fit import LINE, fit, lines

#: Points above and below the text of a cell, and at its right.
_PAD, GUTTER = 3.5, 10
#: The style of tables without any look of its own; ours is set cell by cell.
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


class Column(NamedTuple):
    title: str
    width: float
    right: bool = False


#: What stands in a cell; of a pair the second part is never shortened.
Cell = str | tuple[str, str]


def shorten(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], size: float, most: int) -> list[list[str]]:
    """The cells, each shortened to `most` lines of its column."""
    return [
        [_shortened(cell, size, column.width - GUTTER, most) for column, cell in zip(columns, row, strict=True)]
        for row in rows
    ]


def _shortened(cell: Cell, size: float, room: float, most: int) -> str:
    text, tail = cell if isinstance(cell, tuple) else (cell, "")
    return fit(text, size, room, most, tail=tail)


def fitting(columns: Sequence[Column], rows: Sequence[Sequence[str]], size: float, height: float) -> int:
    """How many of the rows, shortened before, have room below a head within `height` points."""
    left = height - _head(columns)
    for place, row in enumerate(rows):
        left -= _high(columns, row, size)
        if left < 0:
            return place
    return len(rows)


def tops(columns: Sequence[Column], rows: Sequence[Sequence[str]], size: float, top: float) -> list[float]:
    """Where each row of a table begins whose head begins at `top`."""
    found = [top + _head(columns)]
    for row in rows[:-1]:
        found.append(found[-1] + _high(columns, row, size))
    return found


def table(
    canvas: Canvas,
    box: Box,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    size: float,
    said: str,
    name: str,
) -> float:
    """A table of cells shortened before; gives the place of its foot. `said` tells what it shows."""
    high = [_head(columns), *(_high(columns, row, size) for row in rows)]
    frame = canvas.shapes.add_table(len(rows) + 1, len(columns), *map(Pt, (box.left, box.top, box.width, sum(high))))
    canvas.describe(frame, said, name)
    made = frame.table
    made.horz_banding = False
    made._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    for place, column in enumerate(columns):
        made.columns[place].width = Pt(column.width)
        head = Line(column.title, SMALL, bold=True, colour="ink2", right=column.right)
        _cell(canvas, made.cell(0, place), head, "ink", 1.75)
        for number, row in enumerate(rows, start=1):
            text = Line(row[place], size, colour="ink" if place == 0 else "ink2", right=column.right)
            _cell(canvas, made.cell(number, place), text, "rule", 1)
    for number, points in enumerate(high):
        made.rows[number].height = Pt(points)
    return box.top + sum(high)


def _head(columns: Sequence[Column]) -> float:
    return (
        max(len(lines(column.title, SMALL, column.width - GUTTER, True)) for column in columns) * SMALL * LINE
        + 2 * _PAD
    )


def _high(columns: Sequence[Column], row: Sequence[str], size: float) -> float:
    most = max(len(lines(cell, size, column.width - GUTTER)) for column, cell in zip(columns, row, strict=True))
    return max(most, 1) * size * LINE + 2 * _PAD


def _cell(canvas: Canvas, cell, line: Line, token: str, weight: float) -> None:
    write(cell.text_frame, [line], canvas.colours)
    cell.margin_left, cell.margin_right = Pt(0), Pt(GUTTER - 1)
    cell.margin_top = cell.margin_bottom = Pt(_PAD - 0.5)
    facts = cell._tc.get_or_add_tcPr()
    for side in ("lnL", "lnR", "lnT", "lnB"):
        border = etree.SubElement(facts, qn(f"a:{side}"), w=str(Pt(weight) if side == "lnB" else 0))
        if side == "lnB":
            fill = etree.SubElement(border, qn("a:solidFill"))
            etree.SubElement(fill, qn("a:srgbClr"), val=canvas.colours[token].lstrip("#"))
        else:
            etree.SubElement(border, qn("a:noFill"))
    etree.SubElement(facts, qn("a:noFill"))
