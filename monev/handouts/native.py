"""Tables and charts of a slide that can be edited where it is opened; no pictures of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from monev.handouts.canvas import BODY, FONT, LANGUAGE, SMALL, Box, Canvas, Line, rgb, write
from monev.handouts.measure import LINE, fit, lines, width
from monev.legible import legible

#: Points above and below the text of a cell, and at its right.
_PAD, _GUTTER = 3.5, 10
#: Share of a chart that names may take; share of the target below which a value has no room in its bar.
_NAMES, _SHORT = 0.6, 0.2
#: The style of tables without any look of its own; ours is set cell by cell.
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


#: What the writer of the workbook behind a chart takes for a formula, and what for an address.
_ALIVE = re.compile(r"[=+@＝＋－＠{-]|[a-z]+://|(mailto|internal|external):", re.I)


class Column(NamedTuple):
    title: str
    width: float
    right: bool = False


class Bar(NamedTuple):
    """One bar; `value` None is drawn as no bar, and its label says why."""

    label: str
    value: float | None


#: What stands in a cell; of a pair the second part is never shortened.
Cell = str | tuple[str, str]


def shorten(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], size: float, most: int) -> list[list[str]]:
    """The cells, each shortened to `most` lines of its column."""
    return [
        [_shortened(cell, size, column.width - _GUTTER, most) for column, cell in zip(columns, row, strict=True)]
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
        max(len(lines(column.title, SMALL, column.width - _GUTTER, True)) for column in columns) * SMALL * LINE
        + 2 * _PAD
    )


def _high(columns: Sequence[Column], row: Sequence[str], size: float) -> float:
    most = max(len(lines(cell, size, column.width - _GUTTER)) for column, cell in zip(columns, row, strict=True))
    return max(most, 1) * size * LINE + 2 * _PAD


def _cell(canvas: Canvas, cell, line: Line, token: str, weight: float) -> None:
    write(cell.text_frame, [line], canvas.colours)
    cell.margin_left, cell.margin_right = Pt(0), Pt(_GUTTER - 1)
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


def _name(said: str) -> str:
    """A name as it can stand in the workbook behind a chart: one blank keeps its writer from a formula or a link."""
    text = legible(said)
    return f" {text}" if _ALIVE.match(text) else text


def bars(
    canvas: Canvas, box: Box, rows: Sequence[Bar], chosen: int, pattern: str, series: str, said: str,
    target: float | None = None,
) -> None:  # fmt: skip
    """Bars in the given order from the top, one of them (`chosen`) in the accent; a line stands at `target`.

    `pattern` is the format of the values, `series` what they are, `said` the message.
    """
    most = box.width * _NAMES
    roomy = box.height / max(len(rows), 1) >= BODY * 1.7
    size = BODY if roomy and all(width(row.label, BODY) <= most for row in rows) else SMALL
    names = min(max((width(row.label, size) for row in rows), default=0), most) + 12
    data = CategoryChartData(number_format=_indonesian(pattern))
    data.categories = [_name(fit(row.label, size, names - 10, 1)) for row in rows]
    data.add_series(series, [row.value for row in rows])
    frame = canvas.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *map(Pt, box), data)
    canvas.describe(frame, said, series)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.name, chart.font.size, chart.font.color.rgb = FONT, Pt(size), rgb(canvas.colours, "ink")
    full = target or max((row.value or 0 for row in rows), default=0) or 1
    # Without a target the values stand behind the bars and need room there.
    behind = 0.02 if target else 4 * size / (box.width - names)
    _axes(canvas, chart, full, target, full * (1 + behind))
    _colour(canvas, chart.plots[0], chosen)
    _values(canvas, chart.plots[0].series[0], chosen, _indonesian(pattern), size, target)
    _inside(chart, names / box.width)
    for properties in chart._chartSpace.iter(qn("a:defRPr")):
        properties.set("lang", LANGUAGE)


def _indonesian(pattern: str) -> str:
    """The format with Indonesian commas and points, in whatever language the office program speaks."""
    return f"[$-421]{pattern}"


def _axes(canvas: Canvas, chart, full: float, target: float | None, widest: float) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.has_major_gridlines = False
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb, names.format.line.width = rgb(canvas.colours, "ink"), Pt(1.5)
    values.minimum_scale, values.maximum_scale, values.major_unit = 0, widest, full
    values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    values.major_tick_mark = values.minor_tick_mark = XL_TICK_MARK.NONE
    values.format.line.fill.background()
    values.has_major_gridlines = target is not None
    if target is not None:
        line = values.major_gridlines.format.line
        line.color.rgb, line.width = rgb(canvas.colours, "ink"), Pt(1.5)


def _colour(canvas: Canvas, plot, chosen: int) -> None:
    plot.gap_width, plot.vary_by_categories = 40, False
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(canvas.colours, "edge")
    point = series.points[chosen].format.fill
    point.solid()
    point.fore_color.rgb = rgb(canvas.colours, "accent")


def _values(canvas: Canvas, series, chosen: int, pattern: str, size: float, target: float | None) -> None:
    """The values in the bars where those run up to a target, else behind them."""
    shown = series.data_labels
    shown.number_format, shown.number_format_is_linked = pattern, False
    shown.show_value = True
    shown.position = XL_LABEL_POSITION.INSIDE_END if target else XL_LABEL_POSITION.OUTSIDE_END
    _type(canvas, shown.font, size, "bg" if target else "ink")
    for place, value in enumerate(series.values):
        short = target and value is not None and value < target * _SHORT
        if short or (not target and place == chosen):
            label = series.points[place].data_label
            _type(canvas, label.font, size, "ink" if short else "accent")
            label.position = XL_LABEL_POSITION.OUTSIDE_END
            own = label._dLbl.find(qn("c:spPr"))
            own.addprevious(etree.Element(qn("c:numFmt"), formatCode=pattern, sourceLinked="0"))


def _type(canvas: Canvas, font, size: float, token: str) -> None:
    font.name, font.size, font.bold = FONT, Pt(size), True
    font.color.rgb = rgb(canvas.colours, token)


def _inside(chart, left: float) -> None:
    """Bars begin where the names end, the same in every office program."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    inner = etree.SubElement(layout, qn("c:manualLayout"))
    for name, value in (("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"), ("x", left), ("y", 0.0),
                        ("w", 1 - left), ("h", 1.0)):  # fmt: skip
        etree.SubElement(inner, qn(f"c:{name}"), val=str(value))
    area.insert(0, layout)
