"""A spreadsheet as the stand-in keeps it: tabs, cells, and who may do what with it."""

import copy
import datetime as dt
import itertools
import secrets
from dataclasses import dataclass, field
from typing import Any

SPREADSHEET = "application/vnd.google-apps.spreadsheet"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What a new tab measures, in rows and columns.
ROWS, COLUMNS = 1000, 26

Cell = tuple[int, int]


@dataclass(frozen=True)
class Formula:
    """A cell with a formula. The stand-in does not calculate: the value is what the test says it is."""

    text: str
    value: Any = "#ERROR!"


@dataclass
class Tab:
    """One tab. `properties` is Google's SheetProperties; rows and columns count from 0.

    `rows` holds the values, ragged; `marks` what else a cell has: note, dataValidation, userEnteredFormat.
    `sizes` holds DimensionProperties by ("ROWS" or "COLUMNS", index), `merges` GridRanges with all their ends,
    `metadata` the DeveloperMetadata of rows and columns.
    """

    properties: dict[str, Any]
    rows: list[list[Any]] = field(default_factory=list)
    marks: dict[Cell, dict[str, Any]] = field(default_factory=dict)
    sizes: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    protected: list[dict[str, Any]] = field(default_factory=list)
    conditional: list[dict[str, Any]] = field(default_factory=list)
    basic_filter: dict[str, Any] | None = None
    merges: list[dict[str, Any]] = field(default_factory=list)
    metadata: list[dict[str, Any]] = field(default_factory=list)
    #: Where comments are tied to: CommentAnchors with ranges of one cell, all their ends there.
    anchors: list[dict[str, Any]] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.properties["title"]

    @property
    def sheet_id(self) -> int:
        return self.properties["sheetId"]

    @property
    def row_count(self) -> int:
        return self.properties["gridProperties"]["rowCount"]

    @property
    def column_count(self) -> int:
        return self.properties["gridProperties"]["columnCount"]

    def value(self, row: int, column: int) -> Any:
        """What a cell holds; None if nothing."""
        cells = self.rows[row] if row < len(self.rows) else ()
        value = cells[column] if column < len(cells) else None
        return None if isinstance(value, str) and value == "" else value

    def set(self, row: int, column: int, value: Any) -> None:
        """Put a value into a cell of the grid; None or "" empties it."""
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        cells.extend([None] * (column + 1 - len(cells)))
        cells[column] = value

    def hidden(self, row: int, column: int) -> bool:
        """Whether a cell lies in a merged one of which another cell is the first."""
        return any(
            one["startRowIndex"] <= row < one["endRowIndex"]
            and one["startColumnIndex"] <= column < one["endColumnIndex"]
            and (row, column) != (one["startRowIndex"], one["startColumnIndex"])
            for one in self.merges
        )

    def mark(self, row: int, column: int) -> dict[str, Any]:
        """What a cell has besides its value, to be changed in place."""
        return self.marks.setdefault((row, column), {})

    def resize(self, rows: int, columns: int) -> None:
        """Give the grid other measures; what lies outside is lost."""
        self.properties["gridProperties"] |= {"rowCount": rows, "columnCount": columns}
        del self.rows[rows:]
        for cells in self.rows:
            del cells[columns:]
        self.marks = {cell: mark for cell, mark in self.marks.items() if cell[0] < rows and cell[1] < columns}


@dataclass
class Book:
    """One spreadsheet. `role` is what the account may: "reader", "writer", or None for nothing at all.

    `threads` are the CommentThreads, `metadata` the DeveloperMetadata of the whole spreadsheet, `people` the addresses
    that may be assigned. `comments` says whether the account may see and write comments, `comments_fail` which parts of
    a batch are not saved though it is answered with 200: "all", or their places. `who` is the User who changed it last,
    None where nobody was signed in; `revisions` are those that Drive lists, the oldest first.
    """

    id: str
    properties: dict[str, Any]
    tabs: list[Tab]
    role: str | None
    listed: bool
    office: bool
    created: dt.datetime
    modified: dt.datetime
    trashed: bool = False
    version: int = 1
    threads: list[dict[str, Any]] = field(default_factory=list)
    metadata: list[dict[str, Any]] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    comments: bool = True
    comments_fail: str | set[int] = field(default_factory=set)
    who: dict[str, Any] | None = None
    revisions: list[dict[str, Any]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"https://docs.google.com/spreadsheets/d/{self.id}/edit"

    def tab(self, title: str) -> Tab:
        """The tab of exactly this title. Raises KeyError."""
        for tab in self.tabs:
            if tab.title == title:
                return tab
        raise KeyError(title)

    def sheet(self, sheet_id: int) -> Tab:
        """The tab with this id (the gid of its link). Raises KeyError."""
        for tab in self.tabs:
            if tab.sheet_id == sheet_id:
                return tab
        raise KeyError(sheet_id)

    def add(self, title: str, rows: list[list[Any]], **properties: Any) -> Tab:
        """A new last tab with a grid that is large enough for its rows. Raises ValueError if the title is taken."""
        if any(tab.title.casefold() == title.casefold() for tab in self.tabs):
            raise ValueError(title)
        grid = {
            "rowCount": max(ROWS, len(rows)),
            "columnCount": max([COLUMNS, *(len(cells) for cells in rows)]),
        } | properties.pop("gridProperties", {})
        taken = {tab.sheet_id for tab in self.tabs}
        # Google's first tab is number 0, every later one gets a number at random.
        free = itertools.chain([0] if not self.tabs else [], iter(lambda: secrets.randbelow(2**31), None))
        number = next(one for one in free if one not in taken)
        tab = Tab(
            {"sheetId": number, "title": title, "index": len(self.tabs), "sheetType": "GRID"}
            | properties
            | {"gridProperties": grid},
            [list(cells) for cells in rows],
        )
        self.tabs.insert(tab.properties["index"], tab)
        self.number()
        return tab

    def number(self) -> None:
        """Let each tab know where it stands."""
        for index, tab in enumerate(self.tabs):
            tab.properties["index"] = index

    def moved(self, who: dict[str, Any] | None = None) -> None:
        """Note a change, perhaps by somebody who was signed in: the time of the last change strictly grows."""
        self.modified = max(now(), self.modified + dt.timedelta(milliseconds=1))
        self.version += 1
        self.who = who
        user = {"lastModifyingUser": who} if who else {}
        self.revisions.append({"id": str(self.version), "modifiedTime": rfc3339(self.modified)} | user)

    def copy(self) -> "Book":
        """The same book again, to try something on."""
        return copy.deepcopy(self)


def now() -> dt.datetime:
    """This moment in UTC, to the millisecond as Google counts."""
    moment = dt.datetime.now(dt.UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def rfc3339(moment: dt.datetime) -> str:
    """2024-11-04T02:15:30.123Z"""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
