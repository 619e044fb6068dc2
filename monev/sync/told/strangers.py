"""Comments that another folder of snapshots wrote into the same sheet: left as they are, and not said a second time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from monev.sheets.google.comments import Cell, Thread
from monev.sync.told import text
from monev.sync.told.record import Record
from monev.sync.told.wanted import Wanted


def by_code(threads: Sequence[Thread]) -> dict[str, list[Thread]]:
    """The threads of the dashboard's own account by the code of what they tell, whoever wrote them."""
    found: dict[str, list[Thread]] = {}
    for one in threads:
        if one.head.own and (code := text.code(one.head.text)):
            found.setdefault(code, []).append(one)
    return found


def known(code: str, wanted: Wanted, record: Record) -> bool:
    """Whether a code is of a finding of these snapshots, or of a comment that was written from them.

    A comment of ours is known by its finding alone where the record was lost.
    """
    return (code in record.comments or code in wanted.mended or code in wanted.unseen or code == text.REST
            or any(one.code == code for one in wanted.open))  # fmt: skip


def strange(own: Mapping[str, Sequence[Thread]], wanted: Wanted, record: Record) -> list[Thread]:
    """Those that are open and tell of nothing that is known here."""
    return [one for code, found in own.items() if not known(code, wanted, record) for one in found if one.open]


def say(found: Sequence[Thread], cells: Collection[Cell], words: str) -> bool:
    """Whether one of them tells already, at one of these cells, what these words of a comment do."""
    return any(one.cell in cells and text.alike(one.head.text, words) for one in found)
