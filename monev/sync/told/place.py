"""Where in the sheet as it is typed now a finding stands: on a row that says what it said, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monev.contract.contracts import Contract
from monev.reading import kept_out, layout, redaction
from monev.sheets import Spreadsheet, Tab, Value
from monev.sheets.google.comments import Cell, Seen
from monev.sheets.google.insert import Grid
from monev.sync.told.wanted import Told

_TAB = re.compile(r"#gid=(\d+)")


class Places:
    """The cells of findings in one sheet as `seen` now, found again by what the snapshot `held` of their rows."""

    def __init__(self, seen: Seen, held: Spreadsheet, contract: Contract) -> None:
        # What is not read is a mark or nothing in both: what was typed there is never compared, kept or sent.
        now = kept_out.without(redaction.hold_back(seen.sheet, contract), contract)
        self._now = {number: tab for tab in now.tabs if (number := _number(tab)) is not None}
        self._held = {number: tab for tab in held.tabs if (number := _number(tab)) is not None}
        self._grids = {grid.number: grid for grid in seen.grids.values()}
        self._codes = {
            _number(tab): code
            for code, tabs in layout.recognise(now.tabs, contract.tabs).tabs.items() for tab in tabs
        }  # fmt: skip
        self._contract = contract
        self._laid: dict[int, layout.Layout | None] = {}

    def of(self, told: Told) -> list[Cell]:
        """The cells at which a comment on this finding is right, the best first; none where its row is not found as it
        was read: the next sync tells anew."""
        if told.number is None:
            return [self.first]
        if told.number not in self._now:
            return []
        head = self._head(told.number, told.name)
        if told.row is None or (told.many > 1 and not told.of_columns):
            return [head]
        cell = self._cell(told, head)
        if told.of_columns:
            return [cell or head]
        # The last one of several is told where these were.
        return [] if cell is None else [cell, head]

    @property
    def first(self) -> Cell:
        """The first cell of the spreadsheet, for what is about all of it."""
        return next((number for number, grid in self._grids.items() if grid.rows), 0), 0, 0

    def _cell(self, told: Told, head: Cell) -> Cell | None:
        row = self._row(told.number, told.row)
        if row is None:
            return None
        column = head[2] if told.column is None else told.column
        return told.number, *_uncovered(self._grids.get(told.number), row, column)

    def _row(self, number: int, row: int) -> int | None:
        """Where the row stands now that stood at `row`; None where that is not certain."""
        held, now = self._held.get(number), self._now[number]
        if held is None or row >= len(held.rows):
            # What was read below the last filled row is there as long as it is blank.
            return row if held is not None and row >= len(now.rows) else None
        wanted = _plain(held.rows[row])
        if row < len(now.rows) and _plain(now.rows[row]) == wanted:
            return row
        found = [at for at, cells in enumerate(now.rows) if _plain(cells) == wanted] if wanted else []
        if len(found) > 1:  # rows of the same words: the one between the same neighbours
            around = _around(held, row)
            found = [at for at in found if _around(now, at) == around]
        return found[0] if len(found) == 1 else None

    def _head(self, number: int, column: str | None) -> Cell:
        """The title of a column, or the first title of the tab; its first cell where no header is found."""
        laid = self._lay_out(number)
        if laid is None or not laid.found:
            return number, 0, 0
        at = laid.columns.get(column or "", min(laid.columns.values(), default=0))
        return number, *_uncovered(self._grids.get(number), laid.header_rows[-1] - 1, at)

    def _lay_out(self, number: int) -> layout.Layout | None:
        if number not in self._laid:
            code = self._codes.get(number)
            tab = self._contract.tabs.get(code) if code else None
            self._laid[number] = layout.lay_out(self._now[number], tab) if tab else None
        return self._laid[number]


def _number(tab: Tab) -> int | None:
    found = _TAB.search(tab.link or "")
    return int(found[1]) if found else None


def _plain(cells: Sequence[Value]) -> list[Value]:
    """A row without blank cells at its end."""
    kept = [None if cell == "" else cell for cell in cells]
    while kept and kept[-1] is None:
        kept.pop()
    return kept


def _around(tab: Tab, row: int) -> tuple:
    return tuple(_plain(tab.rows[at]) if 0 <= at < len(tab.rows) else None for at in (row - 1, row + 1))


def _uncovered(grid: Grid | None, row: int, column: int) -> tuple[int, int]:
    """The cell itself, or the one that shows where it lies in a merged one."""
    for top, left, bottom, right in grid.areas if grid else ():
        if top <= row < bottom and left <= column < right:
            return top, left
    return row, column
