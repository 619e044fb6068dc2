"""The map of the kelurahan in their real outlines, as a Plotly figure, where the operator has provided them.

It says what the tile map says (tile_map.py) by the same means: level by lightness and a count, names, a thicker
line between kecamatan, hollow and dashed where nothing is known. Drawn on plain axes, in pixels of a wide
page: a map of Plotly's own would fetch its ground from the network.
"""

from __future__ import annotations

import itertools
import json
import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import plotly.graph_objects as go

from monev.screen.draw import geometry, theme, tile_map
from monev.screen.draw.bar_charts import CLEAR, NARROW_ONLY, WIDE_ONLY, Row, layout, safe
from monev.screen.draw.geometry import Ring
from monev.screen.draw.theme import Palette

#: Pixels: height and width for which the map is laid out beside decisions, and its side on a phone. The
#: height that it really gets is that of `.st-key-batas-kelurahan` in look.css.
HEIGHT, WIDE, NARROW = 560, 724, 358
#: Pixels left free around the city, for half of the line around it.
RIM = 4
#: Pixels: half of the line around a kecamatan lies under its own kelurahan and is not seen.
DISTRICT_LINE, LINE, DASHED_INSET = 5, 1, 4
#: Pixels of a kelurahan's name and of its count, on a wide page and on a phone; a count is larger by this for each
#: that it has more.
TYPE, TYPE_NARROW = (13, 14), (11, 12)
LARGER = 2
#: look.css finds this name in the font of a text and sets the font's narrow cut, as in the tiles.
MAP_TYPE = "nama-peta"
#: Plotly sets the lines of a text this far apart, in sizes of the type.
LEADING = 1.3
#: The room that a label has, in parts of its box: with air around it, just inside, or touching the lines,
#: which only dark text on a light ground may do.
AIRY, FREE, TIGHT = 1.1, 1.0, 0.82


class City(NamedTuple):
    """The rings of every kelurahan, the largest first, in pixels from the lower left of a wide map."""

    places: dict[str, tuple[Ring, ...]]
    width: float
    height: float


class Label(NamedTuple):
    """What stands around a point: the lines of a name (none where it has no room) and a count ("" for none).

    The count has a line of its own, or is `behind` the last line of the name.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    count: str
    behind: bool


def outline_map(rows: Sequence[Row], outlines: Sequence[Row], palette: Palette) -> go.Figure:
    """One outline per kelurahan, darker with its level; a thicker one around each kecamatan.

    `rows` as for `tile_map.tile_map`; their places in the grid are not used. `outlines` has one row per ring,
    with the keys kelurahan and cincin: JSON of a closed ring [[longitude, latitude], …] in degrees.
    """
    city = _in_pixels(tuple((row["kelurahan"], row["cincin"]) for row in outlines))
    rows = [row for row in rows if row["kelurahan"] in city.places]
    figure = go.Figure()
    for district in _districts(rows, city):
        _district(figure, district, city, palette)
    narrow = NARROW / max(city.width, city.height)
    for family, scale, sizes in ((WIDE_ONLY, 1.0, TYPE), (NARROW_ONLY, narrow, TYPE_NARROW)):
        sized = [(sizes[0], sizes[1] + LARGER * tile_map.step(row)) for row in rows]
        labels = [
            label(row, city.places[row["kelurahan"]][0], scale, own) for row, own in zip(rows, sized, strict=True)
        ]
        colours = [_written_in(row["tingkat"], palette) for row in rows]
        _text(figure, labels, colours, family, sized)
    figure.update_layout(
        **layout(palette, TYPE[0], HEIGHT),
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        xaxis={"range": [0, city.width], "visible": False, "fixedrange": True, "constrain": "domain"},
        yaxis={"range": [0, city.height], "visible": False, "fixedrange": True, "constrain": "domain",
               "scaleanchor": "x", "scaleratio": 1},
    )  # fmt: skip
    return figure


@lru_cache(maxsize=4)
def _in_pixels(outlines: tuple[tuple[str, str], ...]) -> City:
    """East and north as on the ground in the middle of the city, which is too small for its curve to show."""
    read = [(name, [(float(x), float(y)) for x, y, *_ in json.loads(ring)]) for name, ring in outlines]
    east, north = zip(*(point for _, ring in read for point in ring), strict=True)
    turn = math.cos(math.radians((min(north) + max(north)) / 2))
    across, up = (max(east) - min(east)) * turn, max(north) - min(north)
    scale = min((WIDE - 2 * RIM) / across, (HEIGHT - 2 * RIM) / up)
    places: dict[str, tuple[Ring, ...]] = {}
    for name, ring in read:
        moved = (((x - min(east)) * turn, y - min(north)) for x, y in ring[:-1])
        drawn = tuple((x * scale + RIM, y * scale + RIM) for x, y in moved)
        places[name] = places.get(name, ()) + (drawn,)
    for name, parts in places.items():
        places[name] = tuple(sorted(parts, key=lambda ring: -abs(geometry.area(ring))))
    return City(places, across * scale + 2 * RIM, up * scale + 2 * RIM)


def _districts(rows: Sequence[Row], city: City) -> list[list[Row]]:
    """The rows by kecamatan, the largest first."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["kecamatan"], []).append(row)
    return sorted(groups.values(), key=lambda group: -sum(_area(row, city) for row in group))


def _area(row: Row, city: City) -> float:
    return sum(abs(geometry.area(ring)) for ring in city.places[row["kelurahan"]])


def _district(figure: go.Figure, rows: Sequence[Row], city: City, palette: Palette) -> None:
    """The line around a kecamatan, and on it its kelurahan.

    They cover the inner half of the line and every part of it that runs between two of them. So neighbours
    need not share their corners, which in many files they do not.
    """
    fills = {level: getattr(palette, token) for level, token in theme.LEVELS.items()} | {tile_map.OUTSIDE: palette.bg}
    around = [ring for row in rows for ring in city.places[row["kelurahan"]]]
    _line(figure, around, color=palette.ink, width=DISTRICT_LINE)
    # The largest first, so that a place within another lies on it.
    for row in sorted(rows, key=lambda row: -_area(row, city)):
        for ring in city.places[row["kelurahan"]]:
            _line(figure, [ring], fills[row["tingkat"]], color=palette.edge, width=LINE)
            if row["tingkat"] is None:
                _line(figure, [geometry.inset(ring, DASHED_INSET)], color=palette.edge, width=2, dash="5px,4px")


def _written_in(level: object, palette: Palette) -> str:
    if level == tile_map.OUTSIDE:
        return palette.ink2
    return palette.bg if level == 2 else palette.ink


def _line(
    figure: go.Figure, lines: Sequence[Sequence[geometry.Point]], fill: str | None = None, **line: object
) -> None:
    """Closed lines as one trace, filled if `fill` is a colour."""
    points: list[tuple[float | None, float | None]] = []
    for one in lines:
        points += [*((round(x, 1), round(y, 1)) for x, y in (*one, *one[:1])), (None, None)]
    figure.add_scatter(
        x=[x for x, _ in points[:-1]],
        y=[y for _, y in points[:-1]],
        mode="lines",
        line={"simplify": False} | line,
        fill="toself" if fill else "none",
        fillcolor=fill or CLEAR,
        cliponaxis=False,
    )


def _text(
    figure: go.Figure, labels: Sequence[Label], colours: Sequence[str], family: str, sizes: Sequence[tuple[int, int]]
) -> None:
    figure.add_scatter(
        x=[round(one.x, 1) for one in labels],
        y=[round(one.y, 1) for one in labels],
        text=[_written(one, number) for one, (_, number) in zip(labels, sizes, strict=True)],
        mode="text",
        textposition="middle center",
        textfont={"family": f"{MAP_TYPE}, {family}", "size": [name for name, _ in sizes], "color": colours},
        cliponaxis=False,
    )


def _written(one: Label, size: int) -> str:
    name = "<br>".join(map(safe, one.lines))
    if not one.count:
        return name
    count = f'<b><span style="font-size:{size}px">{safe(one.count)}</span></b>'
    return (name + ("\u00a0" if one.behind else "<br>") if name else "") + count


def label(row: Row, ring: Ring, scale: float, sizes: tuple[int, int]) -> Label:
    """Name and count where the ring has room for both at this scale; else the count alone.

    `sizes` are the pixels of name and count.
    """
    count = tile_map.count(row)
    middle = geometry.room(ring, 1.0)
    best, most = Label(middle.x, middle.y, (), count, False), TIGHT if row["tingkat"] in (0, 1) else FREE
    for lines, behind in itertools.product(_breaks(row["nama_petak"]), (False, True) if count else (False,)):
        width, height = _box(lines, count, behind, sizes)
        room = geometry.room(ring, round(width / height, 1))
        share = room.height * scale / height
        if share > most:
            best, most = Label(room.x, room.y, lines, count, behind), share
        if share >= AIRY:
            break
    return best


def _breaks(name: str) -> Iterator[tuple[str, ...]]:
    """The name in one line, then in two, then in three, broken evenly at blanks and soft hyphens."""
    parts = re.findall(r"[^ \u00ad]+[ \u00ad]?", name)
    for cuts in range(min(len(parts), 3)):
        several = []
        for places in itertools.combinations(range(1, len(parts)), cuts):
            lines = itertools.pairwise([0, *places, len(parts)])
            several.append(tuple(_line_of("".join(parts[start:end])) for start, end in lines))
        # A word that stays whole is worth a line that is longer by a letter or two.
        yield min(several, key=lambda lines: max(map(_em, lines)) + sum(line.endswith("-") for line in lines))


def _line_of(parts: str) -> str:
    """What is seen of a line: a soft hyphen only where the line ends with it."""
    return parts.rstrip(" ").removesuffix("\u00ad").replace("\u00ad", "") + "-" * parts.endswith("\u00ad")


def _box(lines: tuple[str, ...], count: str, behind: bool, sizes: tuple[int, int]) -> tuple[float, float]:
    """Pixels across and up that a label takes."""
    name, number = sizes
    widths = [_em(line) * name for line in lines]
    if behind:
        widths[-1] += _em(" " + count) * number
        return max(widths), (len(lines) - 1) * LEADING * name + number
    height = ((len(lines) - 1) * name + (number if count else 0)) * LEADING + name
    return max(*widths, _em(count) * number), height


def _em(said: str) -> float:
    """How wide a text is in sizes of its type, by averages for kinds of letters in the font's narrow cut."""
    kinds = (("fijlrtI.- ", 0.3), ("mwMW", 0.79), ("ABCDEFGHJKLNOPQRSTUVXYZ", 0.6))
    return sum(next((width for signs, width in kinds if sign in signs), 0.52) for sign in said)
