"""The marks of what happened on a chart over time, and their words below it."""

from __future__ import annotations

from monev.screen.draw.bar_charts import Sketch
from monev.screen.draw.elements import block, breakable
from monev.screen.draw.html import Html, html
from monev.screen.draw.theme import Palette
from monev.words import happened
from monev.words.happened import Happened

#: Height of the numbers above a figure, in multiples of its type.
ROOM = 1.5


def marks(sketch: Sketch, found: Happened, palette: Palette, size: int) -> None:
    """Thin dotted lines in a figure over time with their numbers above it, where the figure keeps `ROOM` free."""
    places = [found.place(row) for row in found.marked]
    for row, number in zip(found.marked, happened.numbers(places), strict=True):
        line = {"color": palette.ink, "width": 1.5, "dash": "dot"}
        sketch.line(type="line", x0=row["tanggal"], x1=row["tanggal"], yref="paper", y0=0, y1=1, line=line)
        if number:
            sketch.say(html("<b>{}</b>", number), x=row["tanggal"], yref="paper", y=1, yanchor="bottom", yshift=1,
                       font={"size": size, "color": palette.ink})  # fmt: skip


def ground(found: Happened, palette: Palette) -> dict[str, str]:
    """What a text within the figure needs so that no mark runs through its words. Of two that stand in one place, each
    shown where the other is not, the first gets it: it is there even where its text is not shown."""
    return {"bgcolor": palette.bg} if found.marked else {}


def listed(found: Happened) -> Html:
    """The words of the marks by their numbers, then what is planned after the chart; nothing where neither is."""
    rows = [
        html('<li class="tanda-kata"><b>{}</b> {}</li>', number, breakable(happened.said(row, found.last)))
        for number, row in enumerate(found.marked, start=1)
    ]
    rows += [html("<li>{}</li>", more) for more in filter(None, [happened.more(found)])]
    ahead = happened.following(found)
    rows += [html("<li><b>Sesudahnya</b> {}</li>", breakable(ahead))] if ahead else []
    return block(html("").join(rows), "peristiwa-kata kecil", "ul") if rows else html("")
