"""What goes to the process that reads, and what comes back of it."""

from __future__ import annotations

import datetime as dt
import io
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from monev.contract.contracts import Column, Condition, Contract, Range, TabContract
from monev.contract.finding import Finding
from monev.reading.cells.places import Places
from monev.reading.reader import Row, TabRead
from monev.reading.tab import Part
from monev.sheets import Spreadsheet, Tab

#: Bytes that say how long an answer is, ahead of it.
LENGTH = 8


class Garbled(ValueError):
    """Bytes that are not what this module sends."""


@dataclass(frozen=True)
class Work:
    """One agency: its sheet, or the folder in which it lies, and its bounds in seconds of work and bytes of memory."""

    lies: Path | Spreadsheet
    seconds: int
    memory: int


@dataclass(frozen=True)
class Order:
    """All agencies that are to be read, by code, with what is needed for it; `wait` seconds until the last has to be
    done, and at most `most` bytes of each come back."""

    works: Mapping[str, Work]
    contracts: Mapping[str, Contract]
    places: Places
    today: dt.date | None
    wait: int
    most: int


@dataclass(frozen=True)
class End:
    """How the reading of one agency ended: `how` is answer, time, memory, much or broken; `where` the file that was
    open, `said` what broke."""

    how: str
    where: str = ""
    said: str = ""
    answer: bytes = b""


@dataclass(frozen=True)
class Read:
    """One agency's spreadsheet as it may be kept, its tabs as read, and the findings that belong to none of them.

    `count` is how many tabs the spreadsheet has, `owner` the other agency whose sheet it seems to be, `trouble` why it
    could not be read: then there is no sheet.
    """

    sheet: Spreadsheet | None = None
    tabs: Mapping[str, TabRead] = field(default_factory=dict)
    loose: list[Finding] = field(default_factory=list)
    count: int = 0
    owner: str | None = None
    trouble: str | None = None


_CLASSES = (
    dt.date, Read, End, Spreadsheet, Tab, TabRead, Part, Row, Finding, TabContract, Column, Condition, Range,
)  # fmt: skip
#: All that a reading and its end consist of, besides plain values.
_MADE_OF = {(one.__module__, one.__qualname__): one for one in _CLASSES}


class _Known(pickle.Unpickler):
    """Makes nothing but what a reading consists of: whoever wrote the bytes had a stranger's file open."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of that name, if it is one of those."""
        if (module, name) not in _MADE_OF:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return _MADE_OF[module, name]


def read(answer: bytes) -> Read:
    """The reading that was sent; Garbled."""
    found = _loaded(answer)
    if not isinstance(found, Read):
        raise Garbled("no reading")
    return found


def ends(said: bytes) -> dict[str, End]:
    """How the reading of each agency ended; Garbled."""
    found = _loaded(said)
    if not isinstance(found, dict) or not all(isinstance(one, End) for one in found.values()):
        raise Garbled("no ends")
    return found


def _loaded(said: bytes) -> object:
    try:
        return _Known(io.BytesIO(said)).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError) as error:
        raise Garbled(str(error)) from error
