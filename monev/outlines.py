"""The map of the kelurahan in their real outlines, as a Plotly figure: for cities that have put them into reference/.

It says what the tile map says (maps.py), by the same means: level by lightness and a count, names, a thicker line
between kecamatan, hollow and dashed where nothing is known. It is drawn on plain axes, in pixels of a wide page, so
that it needs no other file and no network.
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import plotly.graph_objects as go

from monev import maps, rings
from monev.charts import CLEAR, NARROW_ONLY, WIDE_ONLY, Row, layout, safe
from monev.rings import Ring
from monev.tokens import Palette

#: Pixels: the height of the map, and the widths for which its labels are laid out, beside decisions and on a phone.
HEIGHT, WIDE, NARROW = 460, 724, 358
#: Pixels left free around the city, for half of the line around it.
RIM = 4
#: Pixels: half of the line around a kecamatan lies under its own kelurahan, so it is half as wide as this.
DISTRICT_LINE, LINE, DASHED_INSET = 5, 1, 4
#: Pixels of a kelurahan's name and of its count, on a wide page and on a phone.
TYPE, TYPE_NARROW = (13, 17), (11, 14)
#: look.css finds this name in the font of a text and sets the font's narrow cut, as in the tiles.
MAP_TYPE = "nama-peta"
#: Plotly sets the lines of a text this far apart, in sizes of the type.
LEADING = 1.3


class Label(NamedTuple):
    """The lines of a name and a count ("" for none) as they stand around a point."""

    x: float
    y: float
    lines: tuple[str, ...]
    count: str


def outline_map(rows: Sequence[Row], outlines: Sequence[Row], palette: Palette) -> go.Figure:
    """One outline per kelurahan, darker with its level; a thicker one around each kecamatan.

    `rows` as for `maps.tile_map` (the places in the grid are not used). `outlines`: kelurahan, cincin (JSON of a
    ring [[longitude, latitude], …]), one row per ring.
    """
    city = _in_pixels(tuple((row["kelurahan"], row["cincin"]) for row in outlines))
    fills = {0: palette.panel, 1: palette.mid, 2: palette.accent, None: palette.bg}
    figure = go.Figure()
    for district in _districts(rows, city):
        _line(figure, [ring for row in district for ring in city.places.get(row["kelurahan"], ())],
              color=palette.ink, width=DISTRICT_LINE)  # fmt: skip
        parts = [(ring, row) for row in district for ring in city.places.get(row["kelurahan"], ())]
        # The largest first, so that a place within another lies on it.
        for ring, row in sorted(parts, key=lambda part: -abs(rings.area(part[0]))):
            _line(figure, [ring], fill=fills[row["tingkat"]], color=palette.edge, width=LINE)
            if row["tingkat"] is None:
                _line(figure, [rings.inset(ring, DASHED_INSET)], color=palette.edge, width=2, dash="5px,4px")
    colours = {level: palette.bg if level == 2 else palette.ink for level in fills}
    narrow = min(NARROW / city.width, 1.0)
    for family, scale, sizes in ((WIDE_ONLY, 1.0, TYPE), (NARROW_ONLY, narrow, TYPE_NARROW)):
        _labels(figure, rows, city, scale, sizes, family, colours)
    figure.update_layout(
        **layout(palette, TYPE[0], HEIGHT),
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        xaxis={"range": [0, city.width], "visible": False, "fixedrange": True, "constrain": "domain"},
        yaxis={"range": [0, city.height], "visible": False, "fixedrange": True, "constrain": "domain",
               "scaleanchor": "x", "scaleratio": 1},
    )  # fmt: skip
    return figure


class City(NamedTuple):
    """The rings of every kelurahan, the largest first, in pixels from the lower left of a wide map."""

    places: dict[str, tuple[Ring, ...]]
    width: float
    height: float


@lru_cache(maxsize=4)
def _in_pixels(outlines: tuple[tuple[str, str], ...]) -> City:
    """East and north as on the ground in the middle of the city; a city is too small for its curve to show."""
    read = [(name, [(float(x), float(y)) for x, y, *_ in json.loads(ring)]) for name, ring in outlines]
    east, north = zip(*(point for _, ring in read for point in ring), strict=True)
    turn = math.cos(math.radians((min(north) + max(north)) / 2))
    across, up = (max(east) - min(east)) * turn, max(north) - min(north)
    scale = min((WIDE - 2 * RIM) / across, (HEIGHT - 2 * RIM) / up)
    places: dict[str, tuple[Ring, ...]] = {}
    for name, ring in read:
        drawn = tuple(((x - min(east)) * turn * scale + RIM, (y - min(north)) * scale + RIM) for x, y in ring[:-1])
        places[name] = places.get(name, ()) + (drawn,)
    for name, parts in places.items():
        places[name] = tuple(sorted(parts, key=lambda ring: -abs(rings.area(ring))))
    return City(places, across * scale + 2 * RIM, up * scale + 2 * RIM)


def _districts(rows: Sequence[Row], city: City) -> list[list[Row]]:
    """The rows by kecamatan, the largest first."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["kecamatan"], []).append(row)
    size = {
        name: sum(abs(rings.area(ring)) for row in group for ring in city.places.get(row["kelurahan"], ()))
        for name, group in groups.items()
    }
    return [groups[name] for name in sorted(groups, key=lambda name: (-size[name], name))]


def _line(figure: go.Figure, lines: Sequence[Sequence[rings.Point]], fill: str | None = None, **line: object) -> None:
    """Closed lines as one trace, filled if `fill` is a colour.

    The line around a kecamatan is drawn before its kelurahan: they cover its inner half and every part of it that
    runs between two of them. So it needs no common corners, which files of outlines often lack.
    """
    across: list[float | None] = []
    up: list[float | None] = []
    for one in lines:
        across += [*(x for x, _ in one), one[0][0], None]
        up += [*(y for _, y in one), one[0][1], None]
    figure.add_scatter(x=[round(x, 1) if x is not None else None for x in across[:-1]],
                       y=[round(y, 1) if y is not None else None for y in up[:-1]],
                       mode="lines", line={"simplify": False} | line, fill="toself" if fill else "none",
                       fillcolor=fill or CLEAR, hoverinfo="skip", cliponaxis=False)  # fmt: skip


def _labels(figure: go.Figure, rows: Sequence[Row], city: City, scale: float, sizes: tuple[int, int], family: str,
            colours: Mapping[object, str]) -> None:  # fmt: skip
    labels = [(label(row, city.places[row["kelurahan"]][0], scale, sizes), row) for row in rows if row["kelurahan"] in city.places]
    labels = [(one, row) for one, row in labels if one.lines or one.count]
    figure.add_scatter(
        x=[round(one.x, 1) for one, _ in labels],
        y=[round(one.y, 1) for one, _ in labels],
        text=["<br>".join([*map(safe, one.lines), *_count(one.count, sizes[1])]) for one, _ in labels],
        mode="text",
        textposition="middle center",
        textfont={
            "family": f"{MAP_TYPE}, {family}",
            "size": sizes[0],
            "color": [colours[row["tingkat"]] for _, row in labels],
        },
        hoverinfo="skip",
        cliponaxis=False,
    )


def _count(count: str, size: int) -> list[str]:
    return [f'<b><span style="font-size:{size}px">{safe(count)}</span></b>'] if count else []


def label(row: Row, ring: Ring, scale: float, sizes: tuple[int, int]) -> Label:
    """Name and count where the ring has room for both at this scale; else the count alone."""
    count = maps.count(row)
    for lines in _breaks(row["nama_petak"]):
        width, height = _size(lines, count, sizes)
        room = rings.room(ring, round(width / height, 1))
        if room.height * scale >= height:
            return Label(room.x, room.y, lines, count)
    width, height = _size((), count or "0", sizes)
    room = rings.room(ring, round(width / height, 1))
    return Label(room.x, room.y, (), count)


def _breaks(name: str) -> Iterator[tuple[str, ...]]:
    """The name in one line, then in two, then in three, broken at blanks and soft hyphens."""
    parts = name.replace(" ", " \n").replace("\u00ad", "\u00ad\n").split("\n")
    for cuts in range(min(len(parts), 3)):
        several = []
        for places in itertools.combinations(range(1, len(parts)), cuts):
            edges = [0, *places, len(parts)]
            lines = ["".join(parts[start:end]) for start, end in itertools.pairwise(edges)]
            several.append(tuple(_shown(line) for line in lines))
        yield min(several, key=lambda lines: max(map(_em, lines)))


def _shown(line: str) -> str:
    whole = line.rstrip(" ")
    return whole.replace("\u00ad", "") + ("-" if whole.endswith("\u00ad") else "")


def _size(lines: tuple[str, ...], count: str, sizes: tuple[int, int]) -> tuple[float, float]:
    """Pixels across and up that a label takes."""
    widths = [_em(line) * sizes[0] for line in lines] + [_em(count) * sizes[1] * 1.06]
    height = (len(lines) * sizes[0] + (sizes[1] if count else 0)) * LEADING - (LEADING - 1) * sizes[0]
    return max(widths), height


def _em(text: str) -> float:
    """How wide a text is in sizes of its type; measured on the narrow cut of the font."""
    return sum(0.3 if sign in "fijlrtI- " else 0.79 if sign in "mwMW" else 0.6 if sign.isupper() else 0.51 for sign in text)
