"""Plotly figures from query rows, and the message of each in words.

Every figure is drawn in one palette and at one height known beforehand, without width: it fills its place
from a phone to a wall. Give it to `st.plotly_chart(figure, theme=None, config=CONFIG, height=..., alt=...)`.
`large` is the type of a meeting. How it follows the theme is told in `tokens.chart_rules`.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from monev.screen.draw.theme import Palette
from monev.words import words
from monev.words.safe_text import legible

Row = Mapping[str, Any]

#: No hover, no zoom, no buttons: nothing on screen may need a mouse.
CONFIG = {"staticPlot": True, "displayModeBar": False, "locale": "id"}

CLEAR = "rgba(0,0,0,0)"
FONT = "IBM Plex Sans, sans-serif"

#: Names that look.css finds in the font of a text, to show it only where it fits.
WIDE_ONLY, NARROW_ONLY = f"hanya-lebar, {FONT}", f"hanya-sempit, {FONT}"


#: Bars that have room on the first screen when a room reads them.
MOST_LARGE = 6


def font_size(large: bool) -> int:
    """Pixels of text in a figure: 19 in a meeting, else 15."""
    return 19 if large else 15


def bars_height(rows: Sequence[Row], large: bool = False) -> int:
    """Pixels that `bars` and `supplies` need for their rows."""
    return max(len(rows), 1) * (46 if large else 47)


def time_height(large: bool = False) -> int:
    """Pixels of a figure over time (time_charts.py)."""
    return 280 if large else 230


def safe(value: object) -> str:
    """Text for a figure. Plotly reads <b>, <a> and more in its texts, so a value must not bring its own."""
    return html.escape(legible(value), quote=False)


def supplies(rows: Sequence[Row], palette: Palette, large: bool = False, unit: str = "satuan") -> go.Figure:
    """What is ready against the need for it, in the given order (worst first).

    Keys: label, kurang, kebutuhan, `unit` (what is counted), siap_persen (None: not reported), janji (date or None),
    lewat_hari (days past the promise, or None), keterangan (said in place of the shortage where it is not
    known). The first that is past its promise is highlighted, else the first.
    """
    late = [place for place, row in enumerate(rows) if (row.get("lewat_hari") or 0) > 0]
    drawn = [
        {
            "label": row["label"],
            "nilai": row["siap_persen"],
            "teks": words.percent(row["siap_persen"]) if row["siap_persen"] is not None else "",
            "rincian": _shortage(row, unit),
            "rincian_pendek": _shortage(row),
            "kanan": _promise(row),
            "kanan_tebal": place in late,
            "sorot": place == (late[0] if late else 0),
        }
        for place, row in enumerate(rows)
    ]
    return bars(drawn, palette, large, target=100)


def _shortage(row: Row, unit: str = "") -> str:
    """How much is missing; with a `unit` also of how much."""
    if row["siap_persen"] is None or row["kurang"] is None:
        return row.get("keterangan") or words.NOT_REPORTED
    short = f"kurang {words.number(row['kurang'])}"
    return f"{short} dari {words.number(row['kebutuhan'])} {row[unit]}" if unit else short


def _promise(row: Row) -> str:
    if row.get("janji") is None:
        return ""
    late = row.get("lewat_hari") or 0
    return f"janji {words.date_short(row['janji'])}" + (f", lewat {words.number(late)} hari" if late > 0 else "")


def alt_supplies(title: str, rows: Sequence[Row]) -> str:
    """What `supplies` shows, in words."""
    known = [f"{row['label']} {words.percent(row['siap_persen'])}" for row in rows if row["siap_persen"] is not None]
    unknown = [str(row["label"]) for row in rows if row["siap_persen"] is None]
    said = title + (f", dari yang paling kurang: {words.listing(known)}" if known else "")
    return said + (f"; belum diketahui: {words.listing(unknown)}" if unknown else "") + "."


def bars(rows: Sequence[Row], palette: Palette, large: bool = False, target: float | None = None) -> go.Figure:
    """Bars in the given order, label above and value behind; a line stands at `target`, which is also the
    full width.

    Keys: label, nilai (None: drawn as a dashed frame), teks (the value as shown); optional rincian and its
    short form rincian_pendek for phones, kanan (text at the right above the bar) with kanan_tebal, sorot (the
    one highlighted bar; where no row has this key it is the first that has a value).
    """
    size = font_size(large)
    known = [row["nilai"] for row in rows if row["nilai"] is not None]
    full = target or max(known, default=0) or 1
    chosen = next((place for place, row in enumerate(rows) if row.get("sorot")), None)
    if chosen is None and not any("sorot" in row for row in rows):
        chosen = next((place for place, row in enumerate(rows) if row["nilai"] is not None), None)
    sketch = Sketch()
    for place, row in enumerate(rows):
        _bar(sketch, place, row, full, place == chosen, palette, size)
    if target is not None and rows:
        sketch.line(
            type="line",
            x0=full,
            x1=full,
            y0=-0.62,
            y1=len(rows) - 0.72,
            line={"color": palette.ink, "width": 3},
        )
    return sketch.figure(
        **layout(palette, size, bars_height(rows, large)),
        barmode="overlay",
        margin={"l": 0, "r": round(size * 4.7), "t": 0, "b": 0, "pad": 0},
        xaxis={"range": [0, full * 1.002], "visible": False, "fixedrange": True},
        yaxis={"range": [max(len(rows), 1) - 0.7, -0.66], "visible": False, "fixedrange": True},
    )


def _bar(sketch: Sketch, place: int, row: Row, full: float, chosen: bool, palette: Palette, size: int) -> None:
    if row["nilai"] is None:
        sketch.line(
            type="rect", x0=0, x1=full, y0=place - 0.15, y1=place + 0.15, fillcolor=CLEAR,
            line={"color": palette.edge, "width": 2, "dash": "4px,3px"},
        )  # fmt: skip
    else:
        shared = {"y": [place], "orientation": "h", "width": 0.3, "showlegend": False}
        edge = {"color": palette.rule, "width": 1}
        sketch.add(go.Bar(x=[full], marker={"color": palette.panel, "line": edge}, **shared))
        sketch.add(
            go.Bar(x=[min(row["nilai"], full)], marker_color=palette.accent if chosen else palette.edge, **shared)
        )
        sketch.say(f"<b>{safe(row['teks'])}</b>", x=1, xref="paper", y=place, xanchor="left", xshift=9,
             yanchor="middle", font={"size": size + 2, "color": palette.ink})  # fmt: skip
    above = {"y": place - 0.19, "yanchor": "bottom"}
    left = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -1} | above
    label, detail = f"<b>{safe(row['label'])}</b>", row.get("rincian")
    if not detail:
        sketch.say(label, font={"size": size, "color": palette.ink}, **left)
    else:
        for family, said in ((WIDE_ONLY, detail), (NARROW_ONLY, row.get("rincian_pendek") or detail)):
            font = {"size": size, "color": palette.ink, "family": family}
            sketch.say(f"{label}  {safe(said)}", font=font, **left)
    if row.get("kanan"):
        said = safe(row["kanan"])
        bold = row.get("kanan_tebal")
        font = {"size": size, "color": palette.ink if bold else palette.ink2, "family": WIDE_ONLY}
        sketch.say(
            f"<b>{said}</b>" if bold else said,
            x=1,
            xref="paper",
            xanchor="right",
            xshift=-7,
            font=font,
            **above,
        )


def alt_bars(title: str, rows: Sequence[Row]) -> str:
    """What `bars` shows, in words."""
    known = [f"{row['label']} {row['teks']}" for row in rows if row["nilai"] is not None]
    unknown = [str(row["label"]) for row in rows if row["nilai"] is None]
    said = f"{title}: {words.listing(known)}" if known else f"{title}: belum ada angka"
    return said + (f"; belum diketahui: {words.listing(unknown)}" if unknown else "") + "."


@dataclass(frozen=True)
class Sketch:
    """The pieces of a figure, gathered first: Plotly looks at all that is there whenever one is added."""

    traces: list[Any] = field(default_factory=list)
    texts: list[dict[str, object]] = field(default_factory=list)
    lines: list[dict[str, object]] = field(default_factory=list)

    def add(self, trace: Any) -> None:
        self.traces.append(trace)

    def say(self, said: str, **place: object) -> None:
        """A text in the figure; `said` is safe already."""
        self.texts.append({"text": said, "showarrow": False, "borderpad": 0, **place})

    def line(self, **shape: object) -> None:
        self.lines.append(shape)

    def figure(self, **layout: object) -> go.Figure:
        whole = go.Figure(self.traces, {"annotations": self.texts, "shapes": self.lines, **layout})
        return whole.update_layout(template=None)  # where none is given, Plotly puts its own


def layout(palette: Palette, size: int, height: int) -> dict[str, object]:
    """What all figures have in common."""
    return {
        "template": None,
        "height": height,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "separators": ",.",
        "showlegend": False,
        "font": {"family": FONT, "size": size, "color": palette.ink2},
    }
