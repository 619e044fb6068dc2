"""The way to the tab that keeps decisions in its spreadsheet at Google."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from monev.meeting.row import Form
from monev.meeting.target_tab import tab_called
from monev.reading.layout import match_tab
from monev.settings import Settings
from monev.sheets import Spreadsheet, Tab
from monev.sheets.google import insert, marked_cells
from monev.sheets.google.insert import Grid, Line

#: A row that was typed by hand, copied or sorted: no sign says any longer which row of the sheet it is.
_UNMARKED = "Baris ini diketik atau dipindahkan dengan tangan, jadi tidak ditulisi dasbor."


class ByGoogle:
    """One way in, good for one delivery; raises SourceError where there is none."""

    #: A request whose answer got lost may wait on its way; none waits that long.
    late = dt.timedelta(minutes=3)

    def __init__(self, settings: Settings, form: Form) -> None:
        self._titles, self._agency = form.titles, form.tab.agency
        self._opened = insert.enter(settings.account, settings.spreadsheets.get(self._agency))
        self._grids: Mapping[str, Grid] = {}

    def look(self) -> Spreadsheet:
        """The spreadsheet as it is typed now; SourceError."""
        sheet, self._grids = insert.look(self._opened, self._agency, self._ours)
        return sheet

    def _ours(self, title: str) -> bool:
        return bool(match_tab(title, self._titles))

    def called(self, title: str) -> str:
        """A tab as it is called in sentences."""
        return tab_called(title)

    def unwritable(self, tab: Tab, line: Line) -> str | None:
        """Nothing is: a spreadsheet holds whatever can be typed."""
        return None

    def insert(self, tab: Tab, after: int, below_head: bool, lines: Mapping[str, Line]) -> bool:
        """Put the rows below row `after` of the tab that was looked at; SourceError also where that is not certain."""
        insert.insert(self._opened, self._grids[tab.title], after, below_head, lines)
        return True

    def unsafe(self, tab: Tab, rows: Mapping[str, int]) -> Mapping[str, str]:
        """Why some of these rows are not certain to be those that were written, by what they are the rows of."""
        marks = marked_cells.rows(self._opened, self._grids[tab.title], list(rows))
        return {name: _UNMARKED for name, row in rows.items() if marks.get(name) != row}

    def change(self, tab: Tab, rows: Mapping[str, int], lines: Mapping[str, Line]) -> bool:
        """Change these cells of the rows, wherever their marks are; SourceError also where that is not certain."""
        marked_cells.change(self._opened, lines)
        return True
