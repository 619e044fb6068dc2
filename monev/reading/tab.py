"""One tab as read: its rows with what became of each, and its findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from monev.contract.contracts import TabContract
from monev.contract.finding import Finding
from monev.reading import layout
from monev.reading.cells import DATED
from monev.sheets import Value, shown

COUNTED, HELD, LAYOUT = "terhitung", "ditahan", "tata_letak"
#: Rows of the second tab of those that are read as one are numbered from here on, of the third from twice as many.
APART = 1_000_000


@dataclass(frozen=True)
class Part:
    """A tab of the spreadsheet of which a tab of the contract is made: its title, its link, index of each column."""

    title: str
    link: str | None
    columns: Mapping[str, int]


@dataclass(frozen=True)
class Row:
    """One data row as read.

    `values` by column; `broken` the columns that were not read, or are required and blank; `unread` those
    among them in whose cell something stands; `held` why the row cannot be counted, `layout` why it need not
    be (both None: it is counted).
    """

    number: int
    values: Mapping[str, object]
    broken: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    held: str | None = None
    layout: str | None = None

    @property
    def kind(self) -> str:
        return LAYOUT if self.layout else HELD if self.held else COUNTED


@dataclass
class TabRead:
    """One tab of the contract as found in the spreadsheet.

    `state` is ada, hilang (no such tab) or tanpa_kepala (its header was not found); `empty` says that the
    tab's one row reports nihil; `layout_rows` are (row number, reason); `missing` the kelurahan without row; `today` is
    the reference date, None where no day is judged at. `parts` are the tabs of the spreadsheet that it was read from;
    `columns` and `link` are those of the first. `heard` are column and value of what was not read so far.
    """

    contract: TabContract
    state: str
    link: str | None = None
    rows: list[Row] = field(default_factory=list)
    layout_rows: list[tuple[int, str]] = field(default_factory=list)
    columns: Mapping[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    empty: bool = False
    missing: tuple[str, ...] = ()
    today: dt.date | None = None
    parts: tuple[Part, ...] = ()
    heard: set[tuple[str, str]] = field(default_factory=set)

    @property
    def counted(self) -> list[Row]:
        return [row for row in self.rows if row.kind == COUNTED]

    @property
    def as_of(self) -> dt.date | None:
        """The newest date of the data that its rows name; one that is yet to come tells nothing of their age."""
        dates = [row.values.get(DATED) for row in self.rows if row.kind != LAYOUT or self.empty]
        known = (date for date in dates if date is not None)
        return max((date for date in known if self.today is None or date <= self.today), default=None)

    def address(self, number: int, column: str | None) -> str | None:
        """The address of a cell by the number of its row, with the title of its tab where that is not the first; None
        where the tab has no such column."""
        at, row = divmod(number, APART)
        columns = self.parts[at].columns if self.parts else self.columns
        if column in columns:
            return self.in_sheet(at, layout.a1(columns[column], row))
        return self.in_sheet(at, f"{row}:{row}") if at else None

    def first_heard(self, column: str, value: Value) -> bool:
        """Whether this value, which was not read, came to the column for the first time."""
        before = len(self.heard)
        self.heard.add((column, repr(value)))
        return len(self.heard) > before

    def in_part(self, found: Finding, at: int) -> Finding:
        """A finding about the tab at this place of `parts`, told of the rows of all together."""
        if not at:
            return found
        row = None if found.baris is None else found.baris + at * APART
        return replace(found, baris=row, sel=self.in_sheet(at, found.sel or "") or None)

    def in_sheet(self, at: int, address: str) -> str:
        """An address as it stands in the spreadsheet: with the title of its tab where that is not the first."""
        return f"{self.parts[at].title}!{address}" if at and address else address

    def tell(
        self, row: layout.DataRow, column: str, why: str, write: str, weight: str, waits: str,
        konfirmasi: str | None = None, beside: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        """Add a finding about one cell of `row`; about the row alone where the tab has no such column."""
        address = self.address(row.number, column)
        written = shown(row.cells.get(column))
        # Beside something typed an invented example would look like the value that is meant.
        example = None if written else self.contract.columns[column].example
        self.findings.append(
            Finding(self.contract.agency, self.contract.code, address, row.number, column, written, why,
                    write, example, weight, waits, konfirmasi, beside=beside)
        )  # fmt: skip

    def tell_column(
        self, column: str, why: str, write: str, weight: str, waits: str, konfirmasi: str | None = None
    ) -> None:
        """Add a finding about a whole column, or about what is not in it."""
        self.findings.append(
            Finding(self.contract.agency, self.contract.code, None, None, column, None, why, write,
                    self.contract.columns[column].example, weight, waits, konfirmasi)
        )  # fmt: skip
