"""Ranges in A1 notation: `'Pemilih TPS'!A1:Z1000`, `Data!B:D`, `Data!2:2`, `A5`."""

import re
from dataclasses import dataclass

_END = re.compile(r"\$?([A-Za-z]{0,3})\$?([1-9]\d*)?")


@dataclass(frozen=True)
class Area:
    """A rectangle of cells, counted from 0, the ends not included; None means up to the edge of the grid.

    `title` is None where the range names no tab. `one_cell`: written without a colon, so it may also be a mere start.
    """

    title: str | None
    top: int | None = None
    left: int | None = None
    bottom: int | None = None
    right: int | None = None
    one_cell: bool = False


def parse(text: str, titles: list[str]) -> Area:
    """The area that `text` means in a spreadsheet with these tabs. Raises ValueError if it means none."""
    if text.startswith("'"):
        hit = re.fullmatch(r"'((?:[^']|'')+)'(?:!(.+))?", text, re.DOTALL)
        if not hit:
            raise ValueError(text)
        title, cells = hit[1].replace("''", "'"), hit[2]
    elif "!" in text:
        title, cells = text.rsplit("!", 1)
    elif area := _area(None, text):
        return area
    else:
        title, cells = text, None
    if title not in titles:
        raise ValueError(text)
    if cells is None:
        return Area(title)
    area = _area(title, cells)
    if area is None:
        raise ValueError(text)
    return area


def written(title: str, top: int, left: int, bottom: int, right: int) -> str:
    """A rectangle as Google writes it: a title that is no plain word is quoted, a single cell has no colon."""
    plain = re.fullmatch(r"[A-Za-z_]\w*", title, re.ASCII) and not re.fullmatch(r"[A-Za-z]{1,3}\d+", title)
    name = title if plain else "'" + title.replace("'", "''") + "'"
    first, last = f"{letters(left)}{top + 1}", f"{letters(right - 1)}{bottom}"
    return f"{name}!{first}" if first == last else f"{name}!{first}:{last}"


def letters(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    found, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def number(column: str) -> int:
    """A → 0, Z → 25, AA → 26."""
    found = 0
    for letter in column.upper():
        found = found * 26 + ord(letter) - 64
    return found - 1


def cell(name: str) -> tuple[int, int]:
    """`C5` → (4, 2): row and column from 0. Raises ValueError."""
    area = _area(None, name)
    if area is None or not area.one_cell:
        raise ValueError(name)
    return area.top, area.left


def _area(title, cells):
    ends = [_END.fullmatch(end) for end in cells.split(":")]
    if len(ends) > 2 or not all(end and end[0] for end in ends):
        return None
    (column, row), (last_column, last_row) = ends[0].groups(), ends[-1].groups()
    if len(ends) == 1 and not (column and row):
        return None
    rows, columns = (
        _sorted(row and int(row) - 1, last_row and int(last_row) - 1),
        _sorted(number(column) if column else None, number(last_column) if last_column else None),
    )
    return Area(title, rows[0], columns[0], rows[1], columns[1], len(ends) == 1)


def _sorted(first, last):
    """Start and end of one direction; `B2:A1` is `A1:B2`."""
    if first is not None and last is not None and last < first:
        first, last = last, first
    return first, None if last is None else last + 1
