"""Rows and columns that come, go, or get another size."""

import copy
from typing import Any

from tests.google import comments, mask
from tests.google.book import Book, Tab
from tests.google.grid import Wrong, fields_of, tab_of

_COUNTS = {"ROWS": "rowCount", "COLUMNS": "columnCount"}
_ENDS = {"ROWS": ("startRowIndex", "endRowIndex"), "COLUMNS": ("startColumnIndex", "endColumnIndex")}


def append(book: Book, body: dict[str, Any]) -> None:
    """Add rows below or columns to the right."""
    tab = tab_of(book, body.get("sheetId", 0))
    if body.get("length", 0) < 1:
        raise Wrong("length must be at least 1")
    _grid(tab)[_COUNTS[body["dimension"]]] += body["length"]


def insert(book: Book, body: dict[str, Any]) -> None:
    """Add rows or columns in between; what lies behind moves on, with notes, sizes and ranges."""
    tab, kind, first, last = _span(book, body["range"], inside=False)
    before = body.get("inheritFromBefore", False)
    if first == 0 and before:
        raise Wrong("inheritFromBefore cannot be true for the first row or column")
    if first == _grid(tab)[_COUNTS[kind]] and not before:
        raise Wrong(f"range.startIndex must be less than the grid size ({first}) if inheritFromBefore is false.")
    _move(tab, kind, first, last - first)
    _inherit(tab, kind, first - 1 if before else last, range(first, last))


def delete(book: Book, body: dict[str, Any]) -> None:
    """Take rows or columns away with all that is in them."""
    tab, kind, first, last = _span(book, body["range"])
    if last - first >= _grid(tab)[_COUNTS[kind]]:
        raise Wrong("You can't delete all the rows or columns on the sheet.")
    _move(tab, kind, first, first - last)


def update(book: Book, body: dict[str, Any]) -> None:
    """Set pixelSize or hiddenByUser of rows or columns."""
    tab, kind, first, last = _span(book, body["range"])
    fields = fields_of(body)
    for at in range(first, last):
        mask.overlay(tab.sizes.setdefault((kind, at), {}), body["properties"], fields)


def fit(book: Book, body: dict[str, Any]) -> None:
    """Let columns take the width of their text, which the stand-in cannot measure: only the range is checked."""
    _span(book, body["dimensions"])


def inside(book: Book, area: dict[str, Any]) -> None:
    """Make sure that rows or columns are there. Raises Wrong."""
    _span(book, area)


def _grid(tab):
    return tab.properties["gridProperties"]


def _span(book, area, inside=True) -> tuple[Tab, str, int, int]:
    tab, kind = tab_of(book, area.get("sheetId", 0)), area["dimension"]
    count = _grid(tab)[_COUNTS[kind]]
    first, last = area.get("startIndex", 0), area.get("endIndex", count)
    if not 0 <= first < last or first > count or (inside and last > count):
        raise Wrong(f"{kind} {first} to {last} do not lie in a grid of {count}")
    return tab, kind, first, last


def _inherit(tab: Tab, kind: str, model: int, new: range) -> None:
    """Give new rows or columns the size, formats and drop-downs of the one at `model`; notes are its own."""
    if (kind, model) in tab.sizes:
        tab.sizes |= {(kind, at): dict(tab.sizes[kind, model]) for at in new}
    for (row, column), mark in list(tab.marks.items()):
        if (row if kind == "ROWS" else column) != model:
            continue
        looks = {name: one for name, one in mark.items() if name in ("userEnteredFormat", "dataValidation")}
        for at in new if looks else ():
            tab.marks[(at, column) if kind == "ROWS" else (row, at)] = copy.deepcopy(looks)


def _move(tab: Tab, kind: str, at: int, by: int) -> None:
    """Shift what lies at `at` or behind it by `by`; with a negative `by` as many are taken away first."""
    gone = range(at, at - by) if by < 0 else range(0)
    if kind == "ROWS":
        tab.rows[at : at + len(gone)] = [[] for _ in range(max(by, 0))] if at < len(tab.rows) else []
    else:
        for cells in tab.rows:
            cells[at : at + len(gone)] = [None] * max(by, 0) if at < len(cells) else []
    tab.marks = {
        ((row + by, column) if kind == "ROWS" else (row, column + by)) if place >= at else (row, column): mark
        for (row, column), mark in tab.marks.items()
        if (place := row if kind == "ROWS" else column) not in gone
    }
    tab.sizes = {
        (one, place + by if one == kind and place >= at else place): size
        for (one, place), size in tab.sizes.items()
        if one != kind or place not in gone
    }
    _grid(tab)[_COUNTS[kind]] += by
    start, end = _ENDS[kind]
    _move_metadata(tab, kind, at, by, gone)
    comments.moved(tab, kind, at, by, gone)
    areas = [one["range"] for one in tab.protected if "range" in one] + tab.merges
    for area in areas + [area for rule in tab.conditional for area in rule["ranges"]]:
        if area.get(start, 0) >= at and start in area:
            area[start] = max(at, area[start] + by)
        if end in area and area[end] > at:
            area[end] = max(at, area[end] + by)
    tab.merges = [one for one in tab.merges if one[start] < one[end]]


def _move_metadata(tab: Tab, kind: str, at: int, by: int, gone: range) -> None:
    """What is said of a row or column goes with it, wherever it goes."""
    kept = []
    for one in tab.metadata:
        area = one["location"]["dimensionRange"]
        if area["dimension"] == kind and area["startIndex"] in gone:
            continue
        if area["dimension"] == kind and area["startIndex"] >= at:
            area |= {"startIndex": area["startIndex"] + by, "endIndex": area["endIndex"] + by}
        kept.append(one)
    tab.metadata = kept
