"""Many places that report themselves, as HTML: how many of them are how well, by larger place and by point.

Nothing here is an average: a cell is four counts that add up to all its places, and what has not reported is drawn as
its own part, never left out and never in green.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from urllib.parse import quote

from monev.screen.draw.elements import Row, block, empty_state, link, mark
from monev.screen.draw.html import Html, every, html
from monev.words import place, words

#: The parts of a cell in their order: status, key of its count, and what it is called.
PARTS = (
    ("merah", "merah", "kritis"),
    ("kuning", "kuning", "perlu perhatian"),
    ("hijau", "hijau", "aman"),
    ("belum_dilaporkan", "belum", "belum melapor"),
)


def key() -> Html:
    """What the parts mean."""
    said = every('<span><i data-s="{}"></i>{}</span>', ((status, word) for status, _, word in PARTS))
    return block(said, "bagi-kata kecil")


def cell(row: Row, plain: bool = False) -> Html:
    """The counts of one cell side by side, each as wide as it is many and never narrower than its digits; `plain`
    where the states are not judged."""
    there = [(status, row[count], word) for status, count, word in PARTS if row[count]]
    inner = every(
        '<i data-s="{}" style="flex-grow:{}"><span class="sr">{} </span>{}</i>',
        ((status, count, word, words.number(count)) for status, count, word in there),
    )
    return html('<div class="bagi{}">{}</div>', " polos" if plain else "", inner)


def heat(rows: Sequence[Row], of_all: str) -> Html:
    """A table of larger places by points. Keys: provinsi (None: all together), pulau, halaman, nomor, judul_pendek,
    jumlah, lebih_dulu, ke, and a count for each of PARTS; the places that come first are drawn, the others open below.

    `of_all` is what the row of all together is called. A row leads to its place.
    """
    if not rows:
        return empty_state("Belum ada yang dapat ditampilkan.")
    by_place = {name: [*cells] for name, cells in groupby(rows, lambda row: row["provinsi"])}
    whole = by_place.pop(None, [])
    points = whole or next(iter(by_place.values()))
    first = {name: cells for name, cells in by_place.items() if cells[0]["lebih_dulu"]}
    left = {name: cells for name, cells in by_place.items() if name not in first}
    if len(by_place) == 1:  # all together is that one
        first, left, whole = by_place, {}, []
    head = every(
        '<th scope="col"><a href="/{}" target="_self"><b>{}</b> {}</a></th>',
        ((one["halaman"], one["nomor"], one["judul_pendek"]) for one in points),
    )
    body = _line("semua", html("<b>{}</b>", of_all), whole) if whole else html("")
    columns = html('<th scope="col" colspan="2">{}</th>{}', f"{words.capital(place.said('kecamatan'))}, jumlah", head)
    table = html(
        '<table class="panas"><thead><tr>{}</tr></thead><tbody>{}{}</tbody></table>', columns, body, _by_island(first)
    )
    if not left:
        return block(table, "panas-bingkai")
    more = html('<table class="panas"><thead class="sr"><tr>{}</tr></thead><tbody>{}</tbody></table>', columns,
                _by_island(left))  # fmt: skip
    said = html("{} {} lagi", words.number(len(left)), place.said("kecamatan"))
    opened = html('<details class="lagi"><summary>{}</summary>{}</details>', said, more)
    return block(table + opened, "panas-bingkai")


def _by_island(places: Mapping[str, Sequence[Row]]) -> Html:
    """The rows by group of places, in each the worst first."""
    groups: dict[str, list[Sequence[Row]]] = {}
    for cells in places.values():
        groups.setdefault(cells[0]["pulau"] or "", []).append(cells)
    drawn = []
    for group, of_group in groups.items():
        for turn, cells in enumerate(sorted(of_group, key=lambda cells: cells[0]["ke"])):
            name = cells[0]["provinsi"]
            linked = html('<a href="/?kec={}" target="_self">{}</a>', quote(name), name)
            drawn.append(_line("pertama" if turn == 0 else "", linked, cells, group if turn == 0 else ""))
    return html("").join(drawn)


def _line(kind: str, name: object, cells: Sequence[Row], group: str = "") -> Html:
    drawn = every('<td data-judul="{}">{}</td>', ((one["judul_pendek"], cell(one)) for one in cells))
    of = words.number(cells[0]["jumlah"])
    return html(
        '<tr class="{}"><td class="pulau">{}</td><th scope="row">{} <small>{}</small></th>{}</tr>',
        kind, group, name, of, drawn,
    )  # fmt: skip


def small_map(rows: Sequence[Row], said: str) -> Html:
    """The larger places in their tiles, with how many of their places are critical. Keys: provinsi, singkat,
    petak_kolom, petak_baris, merah, tingkat (0 to 2; None: at least half are silent); `said` is its message."""
    tiles = every(
        '<div class="petak-kecil" data-n="{}" style="grid-area:{}/{}" title="{}"><span>{}</span><b>{}</b></div>',
        (
            ("kosong" if one["tingkat"] is None else one["tingkat"], one["petak_baris"], one["petak_kolom"],
             one["provinsi"], one["singkat"], words.number(one["merah"]))
            for one in rows if one["petak_kolom"] is not None
        ),
    )  # fmt: skip
    across = max((one["petak_kolom"] or 0 for one in rows), default=0)
    whole = html('<div class="peta-kecil" role="img" aria-label="{}" style="--kolom:{}">{}</div>', said, across, tiles)
    return block(whole) if tiles else html("")


def map_key(much: int, some: int) -> Html:
    """What the shades of the map mean."""
    said = ((2, f"{much} lebih"), (1, f"{some} sampai {much - 1}"), ("kosong", "separuh lebih belum melapor"))
    return block(every('<span><i data-n="{}"></i>{}</span>', said), "legenda petak-kata")


def worst(rows: Sequence[Row], empty: str, wide: bool = False) -> Html:
    """The worst places, each with its marks and the way to it. Keys: daerah, provinsi, kode_daerah, tanda (statuses),
    teks optional: what stands in their place; `wide`: in two columns."""
    if not rows:
        return empty_state(empty)
    items = every(
        '<li><span>{} <small class="redup">{}</small></span><span class="tanda-tanda">{}</span></li>',
        ((to_place(one), one["provinsi"], _signs(one)) for one in rows),
    )
    return block(items, "terberat dua" if wide else "terberat", "ul")


def to_place(row: Row) -> Html:
    """The name of a place as the way to it."""
    return link(f"/?daerah={quote(row['kode_daerah'])}", row["daerah"])


def _signs(row: Row) -> Html:
    if row.get("teks"):
        return html("<small>{}</small>", row["teks"])
    return html("").join(map(mark, row["tanda"]))


def numbers(rows: Sequence[Row], page: str) -> Html:
    """In how many places each number is red, and the way to those. Keys: kode, nama, melapor, semua, merah, kuning,
    hijau, tak_dinilai."""
    if not rows:
        return empty_state("Belum ada angka yang dilaporkan.")
    body = every(
        '<tr><th scope="row">{}</th><td>{}</td><td class="kanan">{}</td></tr>',
        (
            (_to_number(one, page), cell({**one, "belum": one["tak_dinilai"]}),
             f"{words.number(one['melapor'])} dari {words.number(one['semua'])}")
            for one in rows
        ),
    )  # fmt: skip
    head = html('<th scope="col">Angka</th><th scope="col">Merah, kuning, hijau, belum dinilai</th>'
                '<th scope="col" class="kanan">Melapor</th>')  # fmt: skip
    return block(html('<table class="panas angka-daerah"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
                      head, body), "panas-bingkai")  # fmt: skip


def _to_number(row: Row, page: str) -> Html:
    if not row["merah"]:
        return html("{}", row["nama"])
    return html('<a href="/{}?merah={}" target="_self">{}</a>', page, quote(row["kode"]), row["nama"])
