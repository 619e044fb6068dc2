"""Comments tried on a spreadsheet that is there for it: each thing that telling findings rests on, one by one."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from monev.sheets import SourceError
from monev.sheets.google import comments, errors, insert
from monev.sheets.google.comments import Insert, Outcome, Remove, Reply, Rewrite, Seen, Thread
from monev.sheets.google.insert import SECONDS, Opened

#: The cell that is commented on: a low one of the first tab, so that a row can be put in above it.
ROW, COLUMN = 4, 1
TEXT = "Percobaan komentar dasbor monev. Komentar ini dihapus sendiri dalam satu menit."


@dataclass(frozen=True)
class Tried:
    """One thing that was tried: what it is, whether it went as it should, and what Google said where it did not."""

    what: str
    well: bool
    said: str = ""


def attempt(key: Mapping[str, Any], typed: str | None, assignee: str | None = None) -> Iterator[Tried]:
    """Try all of it in the spreadsheet that was typed, and leave it as it was; ends at the first thing without which
    the rest cannot be."""
    mark = f"percobaan-{secrets.token_hex(8)}"
    try:
        opened = insert.enter(key, typed)
        seen = _look(opened)
    except SourceError as error:
        yield Tried("komentar lembar ini dapat dilihat", False, str(error))
        return
    yield Tried("komentar lembar ini dapat dilihat", True)
    tab = next((grid.number for grid in seen.grids.values() if grid.rows > ROW), None)
    if tab is None:
        yield Tried("ada tab dengan lebih dari lima baris", False)
        return
    sign = f"{TEXT} [{mark}]"
    outcome = comments.write(opened, [Insert(mark, (tab, ROW, COLUMN), sign, assignee)])
    yield _tried("komentar dapat ditulis", outcome)
    if outcome.became.get(0) != comments.DONE:
        return
    try:
        yield from _with(opened, mark, sign, (tab, ROW, COLUMN))
    finally:
        left = _find(_look(opened), mark)
        if left:
            comments.write(opened, [Remove(None, left.id)])
    yield Tried("komentar percobaan dihapus lagi", _find(_look(opened), mark) is None)


def _with(opened: Opened, mark: str, sign: str, cell: comments.Cell) -> Iterator[Tried]:
    thread = _find(_look(opened), mark)
    yield Tried("komentar itu terlihat di selnya", thread is not None and thread.cell == cell)
    if thread is None:
        return
    yield Tried("komentar itu dikenali sebagai milik akun dasbor", thread.head.own)
    again = comments.write(opened, [Insert(mark, cell, sign)])
    yield Tried("Google menolak menuliskannya dua kali", again.became.get(0) == comments.GIVEN, again.trouble or "")
    yield _tried("isinya dapat diganti", comments.write(opened, [Rewrite(None, thread.id, thread.head.id, f"{sign} ")]))
    _row(opened, cell, insert_it=True)
    moved = _find(_look(opened), mark)
    yield Tried("komentar ikut selnya bila ada baris disisipkan di atasnya",
                moved is not None and moved.cell == (cell[0], cell[1] + 1, cell[2]))  # fmt: skip
    _row(opened, cell, insert_it=False)
    for at, (action, open_) in enumerate(((comments.RESOLVE, False), (comments.REOPEN, True))):
        said = "ditutup" if action == comments.RESOLVE else "dibuka lagi"
        reply = Reply(f"{mark}-{at}", thread.id, f"Percobaan: {said}.", action)
        yield _tried(f"komentar dapat {said} dengan balasan", comments.write(opened, [reply]))
        seen = _find(_look(opened), mark)
        yield Tried(f"yang {said} tetap terlihat", seen is not None and seen.open == open_)


def _tried(what: str, outcome: Outcome) -> Tried:
    became = outcome.became.get(0)
    return Tried(what, became == comments.DONE, outcome.trouble or ("" if became == comments.DONE else str(became)))


def _look(opened: Opened) -> Seen:
    return comments.look(opened, "", lambda title: False)


def _find(seen: Seen, mark: str) -> Thread | None:
    return next((one for one in seen.threads if f"[{mark}]" in one.head.text), None)


def _row(opened: Opened, cell: comments.Cell, insert_it: bool) -> None:
    """Put a row in above the cell, or take it away again."""
    span = {"sheetId": cell[0], "dimension": "ROWS", "startIndex": cell[1], "endIndex": cell[1] + 1}
    asked = {"insertDimension": {"range": span}} if insert_it else {"deleteDimension": {"range": span}}
    try:
        opened.client.batch_update(opened.key, {"requests": [asked]})
    except Exception as error:  # whatever Google does is told in words
        raise SourceError(errors.told(error, opened.account, SECONDS, to_write=True)) from error
