"""What a spreadsheet is once it was fetched, and what can become of fetching it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from monev.sheets.cell import Value


class SourceError(ValueError):
    """A source that cannot be read; its text tells the person who can mend it, in Indonesian, on one line."""


@dataclass(frozen=True)
class Tab:
    """One tab; `rows[0]` is sheet row 1. Rows differ in length; blank ones keep their place, ends are cut."""

    title: str
    rows: list[list[Value]]
    link: str | None


@dataclass(frozen=True)
class Spreadsheet:
    """All tabs of one agency in their order; the spreadsheet's `locale` (in_ID) and `title`, None if unknown.

    `unread` are files that hold a tab each and could not be read: its title, and a sentence that says why. `beside` are
    the names of newer files that may be meant instead of the one that was read.
    """

    agency: str
    tabs: tuple[Tab, ...]
    locale: str | None
    link: str | None
    title: str | None = None
    unread: tuple[tuple[str, str], ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Who:
    """A change of a spreadsheet as its source tells it: `at` as it is written there (RFC 3339), the `name` and
    `address` of whoever made it, empty where nobody was signed in or it is not told; `own`: it was the dashboard."""

    at: str
    name: str = ""
    address: str = ""
    own: bool = False


@dataclass(frozen=True)
class Fetched:
    """What became of one agency's spreadsheet when it was fetched.

    `trouble` says why it could not be; `lies` is the folder in which it has yet to be read. Without sheet, folder and
    trouble it has not changed since `mark` was noted: a text by which its source knows the state that was read, None
    where it cannot tell. `who` changed it last, where the source tells.
    """

    sheet: Spreadsheet | None
    mark: str | None
    trouble: str | None
    lies: Path | None = None
    who: Who | None = None

    @property
    def new(self) -> bool:
        """Whether there is something to read, which nobody has read yet."""
        return self.sheet is not None or self.lies is not None
