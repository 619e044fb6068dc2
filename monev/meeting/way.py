"""What a way to the sheet that keeps decisions can do, and what becomes of a decision on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from monev.meeting.row import Cell
from monev.sheets import Spreadsheet, Tab

#: How often a file is begun anew that somebody changes at the same time.
TRIES = 5

#: The cells of a row by their column, from 0.
Line = Mapping[int, Cell]


@dataclass(frozen=True)
class Fate:
    """Why a decision waits on, None where the sheet has it as it stands; and the sheet row in which it was seen."""

    trouble: str | None = None
    row: int | None = None


#: What became of decisions, by id.
Became = dict[str, Fate]


class Way(Protocol):
    """A way to the sheet. What was asked of it may still be carried out for the time `late`, although it failed."""

    late: dt.timedelta

    def look(self) -> Spreadsheet: ...
    def called(self, title: str) -> str: ...
    def unwritable(self, tab: Tab, line: Line) -> str | None: ...
    def insert(self, tab: Tab, after: int, below_head: bool, lines: Mapping[str, Line]) -> bool: ...
    def unsafe(self, tab: Tab, rows: Mapping[str, int]) -> Mapping[str, str]: ...
    def change(self, tab: Tab, rows: Mapping[str, int], lines: Mapping[str, Line]) -> bool: ...
