"""Charts of a slide that can be edited where it is opened; no pictures of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from monev.handouts import slide_marks
from monev.handouts.slide_canvas import BODY, FONT, LANGUAGE, SMALL, Box, Canvas, rgb
from monev.handouts.text_fit import fit, width
from monev.words.happened import Happened
from monev.words.safe_text import legible

#: Share of a chart that names may take; share of the target below which a value has no room in its bar.
_NAMES, _SHORT = 0.6, 0.2
#: Points beside and below columns of days whose places are to be known: for their values, their end, their dates.
_VALUES, _END, _DATES = 30, 10, 26
#: Days from one name on an axis of days to the next.
_WEEK = 7
_DAY = "[$-421]d mmm"
#: What the writer of the workbook behind a chart takes for a formula, and what for an address.
_ALIVE = re.compile(r"[=+@＝＋－＠{-]|[a-z]+://|(mailto|internal|external):", re.I)


class Bar(NamedTuple):
    """One bar; `value` None is drawn as no bar, and its label says why."""

    label: str
    value: float | None


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
    chart = _chart(canvas, XL_CHART_TYPE.BAR_CLUSTERED, box, data, series, said, size)
    full = target or max((row.value or 0 for row in rows), default=0) or 1
    # Without a target the values stand behind the bars and need room there.
    behind = 0.02 if target else 4 * size / (box.width - names)
    _axes(canvas, chart, full, target, full * (1 + behind))
    _colour(canvas, chart.plots[0], chosen)
    _values(canvas, chart.plots[0].series[0], chosen, _indonesian(pattern), size, target)
    _inside(chart, names / box.width)
    _in_our_language(chart)


def by_day(
    canvas: Canvas,
    box: Box,
    days: Sequence[dt.date],
    parts: Sequence[tuple[str, Sequence[float]]],
    said: str,
    name: str,
    found: Happened | None = None,
) -> None:
    """Columns of counts, one for each day; of `parts` (name, counts) the first stands at the foot, in the accent. What
    is `found` to have happened on those days is marked.
    """
    marked = found is not None and bool(found.marked)
    if marked:
        box = box._replace(top=box.top + slide_marks.ROOM, height=box.height - slide_marks.ROOM)
    data = CategoryChartData(number_format="0")
    data.categories = days
    data.categories.number_format = _DAY
    for title, counts in parts:
        data.add_series(title, counts)
    chart = _chart(canvas, XL_CHART_TYPE.COLUMN_STACKED, box, data, name, said, SMALL)
    chart.plots[0].gap_width, chart.plots[0].overlap = 30, 100
    for series, token in zip(chart.plots[0].series, ("accent", "edge"), strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(canvas.colours, token)
    most = max((sum(counts) for counts in zip(*(counts for _, counts in parts), strict=True)), default=0)
    _upright(canvas, chart, max(most, 1))
    _in_our_language(chart)
    if marked:
        plot = Box(box.left + _VALUES, box.top, box.width - _VALUES - _END, box.height - _DATES)
        left, wide, high = _VALUES / box.width, plot.width / box.width, plot.height / box.height
        _inside(chart, left, wide, high)
        slide_marks.marks(canvas, plot, found)


def _upright(canvas: Canvas, chart, most: float) -> None:
    """The day of every week below the columns, and a few whole numbers beside them."""
    names, values = chart.category_axis, chart.value_axis
    names.major_tick_mark = names.minor_tick_mark = values.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb, names.format.line.width = rgb(canvas.colours, "ink"), Pt(1.5)
    names.tick_labels.number_format, names.tick_labels.number_format_is_linked = _DAY, False
    names.has_major_gridlines = False
    for name, value in (("baseTimeUnit", "days"), ("majorUnit", _WEEK), ("majorTimeUnit", "days")):
        for old in names._element.findall(qn(f"c:{name}")):
            names._element.remove(old)
        etree.SubElement(names._element, qn(f"c:{name}"), val=str(value))
    values.minimum_scale, values.maximum_scale, values.major_unit = 0, most, max(round(most / 2), 1)
    values.format.line.fill.background()
    values.major_gridlines.format.line.color.rgb = rgb(canvas.colours, "rule")


def _chart(canvas: Canvas, kind, box: Box, data: CategoryChartData, name: str, said: str, size: float):
    """A chart without legend and title, in our type; `said` tells its message."""
    frame = canvas.shapes.add_chart(kind, *map(Pt, box), data)
    canvas.describe(frame, said, name)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.name, chart.font.size, chart.font.color.rgb = FONT, Pt(size), rgb(canvas.colours, "ink")
    return chart


def _in_our_language(chart) -> None:
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


def _inside(chart, left: float, wide: float | None = None, high: float = 1.0) -> None:
    """Bars begin where the names end, the same in every office program; all in shares of the place of the chart."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    inner = etree.SubElement(layout, qn("c:manualLayout"))
    for name, value in (("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"), ("x", left), ("y", 0.0),
                        ("w", 1 - left if wide is None else wide), ("h", high)):  # fmt: skip
        etree.SubElement(inner, qn(f"c:{name}"), val=str(value))
    area.insert(0, layout)
