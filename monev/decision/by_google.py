"""The way to the secretariat's tab in its spreadsheet at Google."""

from __future__ import annotations

from collections.abc import Mapping

from monev import google
from monev.decision.form import AGENCY
from monev.decision.standing import tab_called
from monev.google.rows import Grid, Line
from monev.settings import Settings
from monev.sheets import Spreadsheet, Tab


class ByGoogle:
    """One way in, good for one delivery; raises SourceError where there is none."""

    def __init__(self, settings: Settings, titles: Mapping[str, str]) -> None:
        self._titles = titles
        self._opened = google.rows.enter(settings.account, settings.spreadsheets.get(AGENCY))
        self._grids: Mapping[str, Grid] = {}

    def look(self) -> Spreadsheet:
        """The spreadsheet as it is typed now; SourceError."""
        sheet, self._grids = google.rows.look(self._opened, AGENCY, self._titles)
        return sheet

    def called(self, title: str) -> str:
        """A tab as it is called in sentences."""
        return tab_called(title)

    def unwritable(self, tab: Tab, line: Line) -> str | None:
        """Nothing is: a spreadsheet holds whatever can be typed."""
        return None

    def insert(self, tab: Tab, after: int, below_head: bool, lines: Mapping[str, Line]) -> bool:
        """Put the rows below row `after` of the tab that was looked at; SourceError also where that is not certain."""
        google.rows.insert(self._opened, self._grids[tab.title], after, below_head, lines)
        return True
