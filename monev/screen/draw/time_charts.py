"""Plotly figures over time: how much of a whole is reached, and what happens day by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from monev.screen.draw import happened as happened_marks
from monev.screen.draw.bar_charts import (
    CLEAR,
    NARROW_ONLY,
    WIDE_ONLY,
    Row,
    Sketch,
    font_size,
    layout,
    safe,
    time_height,
)
from monev.screen.draw.theme import Palette
from monev.words import happened, words
from monev.words.happened import Happened

#: Share of a figure's height that a label of two lines needs, in percent of the whole.
_LABEL = 27


def shares(
    rows: Sequence[Row], palette: Palette, today: dt.date, due: dt.date | None = None, large: bool = False,
    of: str = "label", events: Sequence[Row] = (),
) -> go.Figure:  # fmt: skip
    """The share that each series has reached, as steps; the one that lags furthest is highlighted.

    Keys: `of` (whose share it is), tanggal, persen (from that day on, cumulative). `due` is the day by which all should
    be whole; `events` are marked by their numbers, as `happened_shares` tells them.
    """
    series = _series(rows, today, of)
    if not series:
        return _empty(palette, large)
    size = font_size(large)
    sketch = Sketch()
    found = happened_shares(rows, today, of, events)
    start = found.first
    reached = {name: points[-1][1] for name, points in series.items()}
    behind = min(reached, key=lambda name: reached[name])
    chosen = behind if reached[behind] < 100 else None
    # The highlighted line comes last, so that it lies on top where lines meet.
    for name in sorted(series, key=lambda name: name == chosen):
        days = [start, *(day for day, _ in series[name]), today]
        reach = [0.0, *(share for _, share in series[name]), reached[name]]
        colour, width = (palette.accent, 5) if name == chosen else (palette.edge, 4)
        line = {"color": colour, "width": width, "shape": "hv"}
        sketch.add(go.Scatter(x=days, y=reach, mode="lines", line=line))
    for name, place in _apart(reached).items():
        colour = palette.accent if name == chosen else palette.ink2
        said = f"<b>{safe(name)}<br>{words.percent(reached[name])}</b>"
        font = {"size": size, "color": colour}
        sketch.say(said, x=1, xref="paper", y=place, xanchor="left", xshift=9, align="left", font=font)
    happened_marks.marks(sketch, found, palette, size)
    if due is not None and start < due <= today:
        _due(sketch, due, reached.get(chosen), today, palette, size, happened_marks.ground(found, palette))
    marks = _spread([0, 100, *reached.values()])
    upwards = {"range": [-4, 124], "tickvals": marks, "ticktext": [words.percent(mark) for mark in marks]}
    return sketch.figure(**_axes(start, today, palette, large, upwards, found))


def happened_shares(rows: Sequence[Row], today: dt.date, of: str, events: Sequence[Row]) -> Happened:
    """What `shares` marks of these events."""
    first = min((points[0][0] for points in _series(rows, today, of).values()), default=today) - dt.timedelta(days=21)
    return happened.within(events, first, today)


def _series(rows: Sequence[Row], today: dt.date, of: str) -> dict[str, list[tuple[dt.date, float]]]:
    found: dict[str, list[tuple[dt.date, float]]] = {}
    for row in sorted(rows, key=lambda row: row["tanggal"]):
        if row["tanggal"] <= today and row["persen"] is not None:
            found.setdefault(row[of], []).append((row["tanggal"], float(row["persen"])))
    return found


def _apart(values: dict[str, float]) -> dict[str, float]:
    """Heights for labels, so that two series that end close together do not write over each other."""
    placed: dict[str, float] = {}
    ceiling = 124 - _LABEL / 2
    for name in sorted(values, key=lambda name: -values[name]):
        placed[name] = min(values[name], ceiling)
        ceiling = placed[name] - _LABEL
    return placed


def _spread(values: list[float]) -> list[float]:
    """Values for an axis without those too close to an earlier one to be read."""
    kept: list[float] = []
    for value in values:
        if all(abs(value - other) >= 12 for other in kept):
            kept.append(value)
    return sorted(kept)


def _due(
    sketch: Sketch, due: dt.date, reached: float | None, today: dt.date, palette: Palette, size: int, ground: Row
) -> None:
    line = {"color": palette.ink, "width": 2.5, "dash": "6px,4px"}
    sketch.line(type="line", x0=due, x1=due, y0=-4, y1=112, line=line)
    font = {"size": size, "color": palette.ink}
    right = today - due < dt.timedelta(days=60)
    spot = {"x": due, "y": 118, "xanchor": "right" if right else "left", "xshift": 6 if right else -2}
    said = words.date_short(due) if due.year == today.year else words.date_medium(due)
    ways = {"font": font | {"family": WIDE_ONLY}} | ground, {"font": font | {"family": NARROW_ONLY}}
    for way, more in zip(ways, (", 100%", ""), strict=True):
        sketch.say(f"<b>batas {said}</b>{more}", **spot, **way)
    if reached is None:
        return
    late = words.number((today - due).days)
    spot = {"x": 1, "xref": "paper", "xanchor": "right", "y": reached, "yanchor": "top", "yshift": -6}
    for way, text in zip(ways, (f"{late} hari lewat batas", f"lewat {late} hari"), strict=True):
        sketch.say(text, **spot, **way)


def alt_shares(title: str, rows: Sequence[Row], today: dt.date, due: dt.date | None = None, of: str = "label") -> str:
    """What `shares` shows, in words."""
    said = [
        f"{name} {words.percent(points[-1][1])} sejak {words.date_medium(points[-1][0])}"
        for name, points in _series(rows, today, of).items()
    ]
    if not said:
        return f"{title}: belum ada data."
    limit = f"; batasnya {words.date_medium(due)}" if due else ""
    return f"{title}: {words.listing(said)}{limit}."


def waktu(
    rows: Sequence[Row],
    palette: Palette,
    today: dt.date,
    large: bool = False,
    part: str | None = None,
    events: Sequence[Row] = (),
) -> go.Figure:
    """A count per day as bars, up to today or to the last day that is planned; what is after today is drawn hollow.

    Keys: tanggal, nilai (None: not known, no bar), and `part`: how many of them are highlighted, at the foot of the
    bar. `events` are marked by their numbers, as `happened_daily` tells them.
    """
    known = [row for row in rows if row["nilai"] is not None]
    if not known:
        return _empty(palette, large)
    size = font_size(large)
    sketch = Sketch()
    found = happened_daily(rows, today, events)
    start, last = found.first - dt.timedelta(days=1), found.last
    # A bar stands around the beginning of its day.
    end = dt.datetime.combine(last, dt.time(14))
    top = max(*(float(row["nilai"]) for row in known), 1)
    for row in known:
        planned = row["tanggal"] > today
        for count, colour in ((row["nilai"], palette.edge), (row[part] if part else 0, palette.accent)):
            marker = {
                "color": CLEAR if planned else colour,
                "line": {"color": colour, "width": 2 if planned else 0},
            }
            if count:
                sketch.add(go.Bar(x=[row["tanggal"]], y=[count], width=0.72 * 86_400_000, marker=marker))
    font = {"size": size, "color": palette.ink}
    # The line closes the day, so that today's own bar stays in sight.
    close = dt.datetime.combine(today, dt.time(12))
    line = {"color": palette.ink, "width": 2.5}
    sketch.line(type="line", x0=close, x1=close, y0=0, y1=top * 1.13, line=line)
    right = (today - start) / (last - start) > 0.5
    side = {"xanchor": "right", "xshift": 3} if right else {"xanchor": "left", "xshift": -2}
    happened_marks.marks(sketch, found, palette, size)
    side |= happened_marks.ground(found, palette)
    sketch.say(f"<b>hari ini</b>, {words.date_short(today)}", x=close, y=top * 1.22, font=font, **side)
    marks = sorted({0, round(top / 2), round(top)})
    counts = {"range": [0, top * 1.32], "tickvals": marks, "ticktext": [words.number(mark) for mark in marks]}
    axes = _axes(start, end, palette, large, counts, found)
    return sketch.figure(**axes | {"margin": axes["margin"] | {"r": 8}, "barmode": "overlay"})


def happened_daily(rows: Sequence[Row], today: dt.date, events: Sequence[Row]) -> Happened:
    """What `waktu` marks of these events."""
    days = [row["tanggal"] for row in rows]
    return happened.within(events, min(days, default=today), max(today, *days) if days else today)


def alt_waktu(title: str, rows: Sequence[Row], today: dt.date) -> str:
    """What `waktu` shows, in words: the sum up to today, and the busiest day."""
    past = [row for row in rows if row["nilai"] is not None and row["tanggal"] <= today]
    if not past:
        return f"{title}: belum ada angka."
    busiest = max(past, key=lambda row: row["nilai"])
    total = words.number(sum(row["nilai"] for row in past))
    return (
        f"{title}: {total} sampai {words.date_medium(today)}, "
        f"terbanyak {words.number(busiest['nilai'])} pada {words.date_medium(busiest['tanggal'])}."
    )


def _axes(
    start: dt.date, end: dt.date | dt.datetime, palette: Palette, large: bool, upwards: dict[str, Any], found: Happened
) -> dict[str, Any]:
    """The layout of a figure over time; `upwards` is what its other axis shows."""
    size, above = font_size(large), round(font_size(large) * happened_marks.ROOM) if found.marked else 6
    days = _ticks(start, end.date() + dt.timedelta(days=1) if isinstance(end, dt.datetime) else end)
    below = round(size * (3 if any("<br>" in name for _, name in days) else 1.8))
    ticks = {"tickfont": {"size": size, "color": palette.ink2}, "fixedrange": True}
    return {
        **layout(palette, size, time_height(large)),
        "margin": {"l": round(size * 3.4), "r": round(size * 5.4), "t": above, "b": below, "pad": 4},
        "xaxis": {
            "range": [start, end],
            "type": "date",
            "linecolor": palette.ink,
            "linewidth": 2,
            "showgrid": False,
            "tickvals": [day for day, _ in days],
            "ticktext": [name for _, name in days],
            "tickangle": 0,
        }
        | ticks,
        "yaxis": {"gridcolor": palette.rule, "gridwidth": 1, "zeroline": False} | ticks | upwards,
    }


def _ticks(start: dt.date, end: dt.date) -> list[tuple[dt.date, str]]:
    """At most five dates, counted back from the end: first days of months over a long span, else days."""
    days = [start + dt.timedelta(days=count) for count in range(1, (end - start).days)]
    months = len(days) > 100
    days = [day for day in days if day.day == 1] if months else days
    step = max(-(-len(days) // 5), 1)
    chosen = days[::-1][::step][::-1]
    several_years = bool(chosen) and chosen[0].year != chosen[-1].year
    return [(day, _tick(day, months, several_years)) for day in chosen]


def _tick(day: dt.date, month: bool, year: bool) -> str:
    said = words.date_short(day)
    said = said.partition(" ")[2] if month else said
    # On a phone there is no room for both beside each other.
    return f"{said}<br>{day.year}" if year and month else said


def _empty(palette: Palette, large: bool) -> go.Figure:
    size, sketch, hidden = font_size(large), Sketch(), {"visible": False}
    where = {"x": 0, "xref": "paper", "y": 0.5, "yref": "paper", "xanchor": "left"}
    sketch.say("Belum ada data.", font={"size": size, "color": palette.ink2}, **where)
    return sketch.figure(**layout(palette, size, time_height(large)), margin={"l": 0}, xaxis=hidden, yaxis=hidden)
