"""One agency read from its file to its findings, by a process that can end at any moment."""

from __future__ import annotations

import datetime as dt
import pickle
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

from monev import sheets
from monev.contract.contracts import Contract
from monev.reading import reader
from monev.reading.cells.places import Places
from monev.settings import HOME
from monev.sheets import SourceError, Spreadsheet
from monev.sync.isolated.messages import Order, Read

#: Signs of a sentence that says why an agency could not be read.
LONGEST = 400
#: What is told while it works: the file that is open, the answer, and why there is none.
OPEN, ANSWER, MEMORY, BROKEN = b"o", b"a", b"m", b"b"


def work(order: Order, agency: str, tell: Callable[[bytes], None]) -> None:
    """Read this agency, and tell what comes of it: OPEN and a name any number of times, then one of the others."""
    try:
        tell(ANSWER + pickle.dumps(_ordered(order, agency, tell), pickle.HIGHEST_PROTOCOL))
    except MemoryError:
        tell(MEMORY)
    except Exception as error:  # a mistake of ours, which must not stop the other agencies; it is told with its place
        tell(BROKEN + _place(error).encode("utf-8", "replace"))


def _ordered(order: Order, agency: str, tell: Callable[[bytes], None]) -> Read:
    lies = order.works[agency].lies
    return read(lies, agency, order.contracts, order.places, order.today,
                lambda name: tell(OPEN + name.encode("utf-8", "replace")))  # fmt: skip


def read(
    lies: Path | Spreadsheet, agency: str, contracts: Mapping[str, Contract], places: Places, today: dt.date | None,
    begun: Callable[[str], None] = lambda _: None,
) -> Read:  # fmt: skip
    """What became of one agency's spreadsheet, or of the folder in which it lies; `begun` is told the name of each file
    before it is opened."""
    one = contracts[agency]
    try:
        sheet = sheets.read_folder(lies, agency, begun) if isinstance(lies, Path) else lies
    except SourceError as error:
        return Read(trouble=_short(str(error)))
    owner = reader.belongs_to(sheet, one, contracts)
    if owner:
        return Read(count=len(sheet.tabs), owner=owner.name)
    return Read(*reader.whole(sheet, one, places, today), len(sheet.tabs))


def _short(said: str) -> str:
    """On one line, whatever names it quotes."""
    return " ".join(said.split())[:LONGEST]


def _place(error: Exception) -> str:
    """Kind of error and the last line of ours that it came through; not its text, which may quote a cell."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(HOME)]
    where = f" di {Path(ours[-1].filename).relative_to(HOME)}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{where}"
