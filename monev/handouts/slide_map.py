"""The tile map on a slide: one shape per kelurahan, an outline around each kecamatan, and what the colours mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from monev.handouts.slide_canvas import FOOT, SMALL, Box, Canvas, Line, rgb, unstyled, write
from monev.handouts.source import Row
from monev.handouts.text_fit import LINE, fit, width
from monev.words import place as called, words

#: Level of a place -> fill and ink of its tile; None where nothing is known of it.
_LEVELS = {0: ("panel", "ink2"), 1: ("mid", "ink"), 2: ("accent", "bg"), None: (None, "ink2")}
#: Side of a tile -> step to the neighbour there, and the ends of that side in parts of the tile.
_SIDES = (((0, -1), (0, 0), (1, 0)), ((1, 0), (1, 0), (1, 1)), ((0, 1), (0, 1), (1, 1)), ((-1, 0), (0, 0), (0, 1)))
#: Columns that have to be free beside the lowest row for the legend to lie there.
_FREE = 4
#: Points from the colour of a key to its word, and from there to the next.
_KEY = 18
#: Lines of a tile stand a little closer than those of a text.
_CLOSE = 0.9
#: Type of a tile whose name has no room otherwise.
_SMALLER = FOOT - 2
_SOFT = "\u00ad"

Spot = tuple[int, int]


def tiles(canvas: Canvas, box: Box, rows: Sequence[Row], legend: Mapping[int | None, str], said: str) -> None:
    """Keys: kecamatan, kelurahan, nama_petak, petak_kolom, petak_baris, tingkat, label, as on the page. `legend` gives
    the words of the levels in their order; of those that no place has none is told. `said` is what the map shows.
    """
    placed = {(int(row["petak_kolom"]), int(row["petak_baris"])): row for row in rows if row["petak_kolom"] is not None}
    across, down = max(spot[0] for spot in placed), max(spot[1] for spot in placed)
    keys = _keys(rows, legend)
    taken = max(spot[0] for spot in placed if spot[1] == down)
    wide = box.width / across
    # In the empty corner beside the lowest row, where there is one, and what of it is higher than that row below it.
    corner = across - taken >= _FREE
    left = taken * wide + 10 if corner else 0
    flow = _flowing(keys, box.width - left)
    deep = len(flow) * SMALL * LINE
    high = (
        min(box.height / down, (box.height - deep) / (down - 1))
        if corner and down > 1
        else (box.height - deep - 6) / down
    )
    side = wide, high
    for spot, row in placed.items():
        _tile(canvas, _at(spot, side, box), row)
    _outlines(canvas, {spot: row["kecamatan"] for spot, row in placed.items()}, side, box, said)
    _legend(canvas, box._replace(left=box.left + left, top=box.foot - deep), flow)


def _at(spot: Spot, side: tuple[float, float], box: Box) -> Box:
    return Box(box.left + (spot[0] - 1) * side[0], box.top + (spot[1] - 1) * side[1], *side)


def _tile(canvas: Canvas, box: Box, row: Row) -> None:
    fill, ink = _LEVELS[row["tingkat"]]
    shape = canvas.form(
        MSO_SHAPE.RECTANGLE, Box(box.left + 1, box.top + 1, box.width - 2, box.height - 2), fill, "rule"
    )
    shape.name = f"Petak {row['kelurahan']}"
    count = f" {row['label']}" if row.get("label") else ""
    size, text = _named(row["nama_petak"] + count, box.width - 4, box.height - 2)
    write(shape.text_frame, [Line(line, size, bold=row["tingkat"] == 2, colour=ink) for line in text], canvas.colours,
          MSO_ANCHOR.MIDDLE)  # fmt: skip
    shape.text_frame.word_wrap = False
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment, paragraph.line_spacing = PP_ALIGN.CENTER, _CLOSE


def _named(name: str, room: float, high: float) -> tuple[int, list[str]]:
    """The name in the lines of a tile, and their size: broken between words, else where a word may be; smaller, and in
    the end shortened, where that is not enough.
    """
    for size in (FOOT, _SMALLER):
        most = max(int(high // (size * LINE * _CLOSE)), 1)
        for parts in (name.replace(_SOFT, "").split(), re.findall(rf"[^\s{_SOFT}]+{_SOFT}?", name)):
            shown = _broken(parts, size, room)
            if len(shown) <= most and all(width(line, size, True) <= room for line in shown):
                return size, shown
    return FOOT, [fit(name.replace(_SOFT, ""), FOOT, room, 1, bold=True)]


def _broken(parts: Sequence[str], size: int, room: float) -> list[str]:
    """These parts of a name in as few lines as there is room for beside each other."""
    broken = [""]
    for part in parts:
        joined = broken[-1].endswith(_SOFT) or not broken[-1]
        longer = broken[-1].rstrip(_SOFT) + ("" if joined else " ") + part
        if broken[-1] and width(longer, size, True) > room:
            broken.append(part)
        else:
            broken[-1] = longer
    return [line.replace(_SOFT, "-") for line in broken]


def _outlines(canvas: Canvas, districts: Mapping[Spot, str], side: tuple[float, float], box: Box, said: str) -> None:
    """One line around each kecamatan, drawn as the sides at which another one or none begins."""
    for place, name in enumerate(sorted(set(districts.values()))):
        edges = []
        for spot in (spot for spot, own in districts.items() if own == name):
            tile = _at(spot, side, box)
            edges += [
                [(tile.left + x * tile.width, tile.top + y * tile.height) for x, y in ends]
                for (right, below), *ends in _SIDES
                if districts.get((spot[0] + right, spot[1] + below)) != name
            ]
        path = canvas.shapes.build_freeform(*map(Pt, edges[0][0]), scale=1.0)
        for start, end in edges:
            path.move_to(*map(Pt, start))
            path.add_line_segments([tuple(map(Pt, end))], close=False)
        drawn = path.convert_to_shape()
        drawn.fill.background()
        drawn.line.color.rgb, drawn.line.width = rgb(canvas.colours, "ink"), Pt(1.25)
        unstyled(drawn)
        drawn.name = called.said("Kecamatan") + f" {name}"
        # The whole map tells its message once.
        drawn._element.nvSpPr.cNvPr.set("descr", said if place == 0 else f"Batas {called.said('Kecamatan')} {name}.")


def _keys(rows: Sequence[Row], legend: Mapping[int | None, str]) -> list[tuple[int | None, str]]:
    """Each level that a place has, with how many have it."""
    counted = [(level, text, sum(row["tingkat"] == level for row in rows)) for level, text in legend.items()]
    return [(level, f"{text}: {words.number(count)}") for level, text, count in counted if count]


def _flowing(keys: Sequence[tuple[int | None, str]], room: float) -> list[list[tuple[int | None, str]]]:
    """The keys in as few lines as have room for them."""
    flow: list[list[tuple[int | None, str]]] = []
    left = 0.0
    for level, text in keys:
        need = _KEY + width(text, SMALL)
        if not flow or need > left:
            flow.append([])
            left = room
        flow[-1].append((level, text))
        left -= need + _KEY
    return flow


def _legend(canvas: Canvas, box: Box, flow: Sequence[Sequence[tuple[int | None, str]]]) -> None:
    for place, keys in enumerate(flow):
        left, top = box.left, box.top + place * SMALL * LINE
        for level, text in keys:
            canvas.rule(Box(left, top + 3, 12, 12), _LEVELS[level][0], "edge")
            wide = width(text, SMALL) + 2
            canvas.text(Box(left + _KEY, top, wide, SMALL * LINE), [Line(text, SMALL, colour="ink2")], "Legenda")
            left += 2 * _KEY + wide
