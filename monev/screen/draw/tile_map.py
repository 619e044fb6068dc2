"""The tile map and the list that goes with it, as HTML: where in the city, and what speaks for each place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from monev.screen.draw import theme
from monev.screen.draw.elements import Row, block, emphasis, empty_state
from monev.screen.draw.html import Html, every, html
from monev.words import place as called, words

#: Side of a tile -> step to the neighbour on that side, as (column, row).
_SIDES = {"t": (0, -1), "r": (1, 0), "b": (0, 1), "l": (-1, 0)}

#: Letters of a district's name that fit on the edge of one tile.
_LETTERS_PER_TILE = 11

#: The level of a place that the map is not about.
OUTSIDE = "luar"

#: Rows of tiles from which on they are lower, so that a room sees them all.
TALL = 7
#: Names that a legend may list; more say little in a line that is read aloud.
MOST_NAMED = 10


class Spot(NamedTuple):
    """A place in the grid; both count from 1."""

    column: int
    row: int

    def beside(self, side: str) -> Spot:
        across, down = _SIDES[side]
        return Spot(self.column + across, self.row + down)


def tile_map(rows: Sequence[Row], legend: Mapping[object, str], alt: str) -> Html:
    """One tile per kelurahan, darker with its level; an outline around each kecamatan.

    Keys: kelurahan, kecamatan, petak_kolom, petak_baris, nama_petak (soft hyphens kept), jumlah (drawn as a
    chip unless None or 0), tingkat (0, 1, 2; None where nothing is known), label (text of the chip in place
    of jumlah). The size of the grid is taken from the rows. `legend` gives the words of the levels 0, 1, 2
    and None; `alt` says what the map shows. A place of the level OUTSIDE is only there for its neighbours.
    """
    tiles = {_spot(row): row for row in rows if row["petak_kolom"] is not None and row["petak_baris"] is not None}
    if not tiles:
        return empty_state(called.said("Belum ada data kelurahan untuk dipetakan."))
    districts = {spot: row["kecamatan"] for spot, row in tiles.items()}
    names = name_edges(districts)
    drawn = html("").join(
        _tile(spot, row, districts, names) for spot, row in sorted(tiles.items(), key=lambda item: item[0][::-1])
    )
    size = f"--kolom:{max(spot.column for spot in tiles)};--lajur:{max(spot.row for spot in tiles)}"
    start = _corner(tiles)
    inside = " dalam" if start is not None else ""
    whole = html(
        '<div class="peta" role="img" aria-label="{}">{}</div><div class="legenda{}">{}</div>',
        alt, drawn, inside, _keys(rows, legend),
    )  # fmt: skip
    tall = " tinggi" if max(spot.row for spot in tiles) >= TALL else ""
    return block(whole, f"peta-bingkai{tall}", style=f"{size};--mulai:{start or 0}")


def legend_below(rows: Sequence[Row], legend: Mapping[object, str]) -> Html:
    """The legend of a map on which not every name has room: it names the places that stand out.

    `rows` and `legend` as for `tile_map`.
    """
    named = {}
    for level, said in legend.items():
        there = [row["kelurahan"] for row in rows if row["tingkat"] == level]
        few = level != 0 and 0 < len(there) <= MOST_NAMED
        named[level] = f"{said}: {words.listing(there)}" if few else said
    return block(_keys(rows, named), "legenda")


def _keys(rows: Sequence[Row], legend: Mapping[object, str]) -> Html:
    """What each lightness means that some place has."""
    levels = {row["tingkat"] for row in rows}
    return every(
        '<span><i data-n="{}"></i>{}</span>',
        ((_level(level), said) for level, said in legend.items() if level in levels),
    )


def count(row: Row) -> str:
    """What stands with a place's name: its label, else its number unless that is None or 0."""
    return str(row.get("label") or (words.number(row["jumlah"]) if row["jumlah"] else ""))


def step(row: Row) -> int:
    """How much a count is, as its shade and its size tell it: 0 to 3, and 4 for whatever is more."""
    return min(int(row["jumlah"] or 0), len(theme.COUNTS) - 1)


def _corner(tiles: Mapping[Spot, Row]) -> int | None:
    """How many columns stand left of the empty lower right corner, where the legend may lie; None if it is
    small.
    """
    bottom = max(spot.row for spot in tiles)
    taken = max(spot.column for spot in tiles if spot.row == bottom)
    return taken if max(spot.column for spot in tiles) - taken >= 4 else None


def _spot(row: Row) -> Spot:
    return Spot(int(row["petak_kolom"]), int(row["petak_baris"]))


def _level(level: object) -> object:
    return "kosong" if level is None else level


def _tile(spot: Spot, row: Row, districts: Mapping[Spot, str], names: Mapping[Spot, str]) -> Html:
    edges = [side for side in _SIDES if districts.get(spot.beside(side)) != districts[spot]]
    chip = html(' <span class="jml" data-j="{}">{}</span>', step(row), count(row)) if count(row) else ""
    name = ""
    if spot in names:
        last = spot.beside("r") not in districts
        kind = " ".join(["kec", *["bawah"] * (names[spot] == "b"), *["ujung"] * last])
        name = html('<span class="{}">{}</span>', kind, districts[spot])
    place = f"{spot.row}/{spot.column}"
    return html(
        '<div class="{}" data-n="{}" style="grid-area:{}">{}<span>{}{}</span></div>',
        " ".join(["petak", *edges]), _level(row["tingkat"]), place, name, row["nama_petak"], chip,
    )  # fmt: skip


def name_edges(districts: Mapping[Spot, str]) -> dict[Spot, str]:
    """Where each kecamatan's name stands: its tile -> "t" (top edge) or "b" (bottom edge).

    An edge at the rim of the map is better than one shared with a neighbour, an edge long enough for the name
    better than a short one, then top before bottom, then the upmost and leftmost. It depends on the grid
    alone, so a name stays where it is from meeting to meeting.
    """
    return dict(
        min(_candidates(name, districts), key=lambda edge: edge[0])[1] for name in sorted(set(districts.values()))
    )


def _candidates(name: str, districts: Mapping[Spot, str]) -> list[tuple[tuple, tuple[Spot, str]]]:
    found = []
    for spot in (spot for spot, owner in districts.items() if owner == name):
        for side in "tb":
            beyond = spot.beside(side)
            if districts.get(beyond) == name:
                continue
            rim = beyond not in districts
            room = _run(spot, side, name, districts) * _LETTERS_PER_TILE
            # The tile left of it must not own the same edge, or the name would start in the middle of a side.
            starts = spot.beside("l") not in districts or districts[spot.beside("l")] != name
            found.append(((not rim, room < len(name), side == "b", not starts, spot.row, spot.column), (spot, side)))
    return found


def _run(spot: Spot, side: str, name: str, districts: Mapping[Spot, str]) -> int:
    """How many tiles of the same kecamatan follow to the right along this edge."""
    count = 0
    while districts.get(spot) == name and districts.get(spot.beside(side)) != name:
        spot, count = spot.beside("r"), count + 1
    return count


_SAID = {
    "ya": "",
    "tidak": "tidak ada: ",
    "nanti": "belum waktunya: ",
    "belum_dilaporkan": f"{words.NOT_REPORTED}: ",
}


def chips(signs: Sequence[object]) -> Html:
    """What speaks for a place. Each sign is (nama, keadaan): ya, tidak (looked, none), nanti (not due)
    or belum_dilaporkan.
    """
    return html('<div class="bukti">{}</div>', html("").join(map(_chip, signs)))


def _chip(sign: object) -> Html:
    name, state = sign.values() if isinstance(sign, dict) else sign
    return html('<span class="{}"><span class="sr">{}</span>{}</span>', state, _SAID[state], name)


def priority_list(rows: Sequence[Row], empty: str) -> Html:
    """The places that come first, or `empty` in words. Keys: kelurahan, kecamatan (or None), tanda (as in `chips`),
    keterangan."""
    if not rows:
        return empty_state(empty)
    items = ((row["kelurahan"], _district(row), chips(row["tanda"]), _note(row)) for row in rows)
    return block(every("<li><h3>{}{}</h3>{}{}</li>", items), "prioritas", "ul")


def _district(row: Row) -> Html:
    return html(" <small>{}</small>", called.short(row["kecamatan"])) if row.get("kecamatan") else html("")


def _note(row: Row) -> Html:
    return html("<p>{}</p>", emphasis(row["keterangan"])) if row.get("keterangan") else html("")
