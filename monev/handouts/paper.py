"""What a document says, part by part, before anybody sets it: the same for Word and for PDF.

In every text **pairs** are bold, and a line ends where the text says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from monev.handouts.handout import Tell
from monev.handouts.source import Source
from monev.words.letters import Letterhead
from monev.words.safe_text import legible
from monev.words.spoken import BOLD

AUTHOR, LANGUAGE = "Sekretariat rapat monev", "id-ID"
LEFT, RIGHT, CENTRE = "left", "right", "centre"
#: Centimetres: an A4 page, its margins from the top clockwise (left wide enough to be filed), what is left for text.
PAGE, MARGINS, WIDTH = (21.0, 29.7), (2.2, 2.0, 2.4, 2.5), 16.5
#: A line to write on inside a sentence or cell.
BLANK = "…" * 12
#: Rows of a table that stay together, and signs of a cell that may need more than a page.
_FEW, LONG = 5, 1200
#: What must not be parted at the end of a line: "4 Nov", "Rp15,0 miliar", "09.12 WIB".
_TOGETHER = re.compile(r"(?<=\d) (?=(?:miliar|juta|triliun|persen|WIB|WITA|WIT|[A-Z][a-z]{2,8})\b)")


class Column(NamedTuple):
    """A column of a table: its title, its width in cm, and how its cells are aligned."""

    title: str
    width: float
    align: str = LEFT


@dataclass(frozen=True)
class Head:
    """The letterhead of who writes."""

    of: Letterhead


@dataclass(frozen=True)
class Title:
    """What the document is, with a line below: to whom or between whom; `centred` as a letter has it."""

    text: str
    below: str = ""
    centred: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 or 2; `anew` begins a page."""

    text: str
    level: int = 1
    anew: bool = False


@dataclass(frozen=True)
class Text:
    """A paragraph. `leads` keeps it on the page of what it leads to, `note` sets it small, `above` leaves room."""

    text: str
    leads: bool = False
    note: bool = False
    align: str = LEFT
    above: bool = False


@dataclass(frozen=True)
class Facts:
    """What a document says about itself, one line each: a name, a colon, and what holds; the names are `wide` cm."""

    pairs: Sequence[tuple[str, str]]
    wide: float = 3.6


@dataclass(frozen=True)
class Table:
    """A table whose header comes again on each page and whose rows do not break; a short one stays on one page. `grid`
    draws its upright rules too, `high` is the least height of a row in cm, to be written in."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    grid: bool = False
    high: float = 0

    @property
    def short(self) -> bool:
        """Whether it stays on one page: no more than a few rows, and none that could fill one."""
        return len(self.rows) <= _FEW and not any(len(cell) > LONG for row in self.rows for cell in row)


@dataclass(frozen=True)
class Lines:
    """So many dotted lines to write on."""

    count: int


@dataclass(frozen=True)
class Signer:
    """A place to sign: the lines above it, whom the empty field is for, and what is written by hand below the name."""

    above: Sequence[str]
    field: str
    below: Sequence[str] = ()


@dataclass(frozen=True)
class Signatures:
    """Places to sign, side by side, and never alone on another page than each other. Whoever signs alone does so on the
    right, or `centred` where he stands above both."""

    signers: Sequence[Signer]
    centred: bool = False


Part = Head | Title | Heading | Text | Facts | Table | Lines | Signatures


@dataclass(frozen=True)
class Paper:
    """A whole document. `initials` names who initials each page, at its foot; one that is `dense` stays on one page."""

    title: str
    parts: Sequence[Part]
    initials: Sequence[str] = ()
    dense: bool = False


@dataclass(frozen=True)
class Kind:
    """A document to take home, in Word and as PDF: the name of its file, its title, in one line what is in it, and what
    composes it. `there` says whether there is anything to write it about.
    """

    code: str
    title: str
    holds: str
    compose: Callable[[Source, Tell], Paper]
    there: Callable[[Source], bool] = lambda source: True


def runs(text: object) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is bold; what belongs together is not parted."""
    whole = _TOGETHER.sub("\N{NO-BREAK SPACE}", legible(text))
    return [(part, place % 2 == 1) for place, part in enumerate(BOLD.split(whole)) if part]


def initialled(initials: Sequence[str]) -> str:
    """Who initials each page, with room to do so."""
    return "Paraf: " + "   ".join(f"{who} {BLANK[:6]}" for who in initials) if initials else ""


def foot(source: Source) -> str:
    """Which numbers these are, for the foot of each page."""
    return source.ground()
