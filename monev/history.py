"""How long each finding has been open, and which were mended: carried on from one snapshot to the next."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from monev.contract import Contract

Row = Mapping[str, Any]

#: A finding as the history keeps it: `sejak` is when it was first seen, `selesai` when it was first seen to be gone.
TYPES = {
    "instansi": "VARCHAR",
    "tab": "VARCHAR",
    "kolom": "VARCHAR",
    "sel": "VARCHAR",
    "baris": "INTEGER",
    "tertulis": "VARCHAR",
    "alasan": "VARCHAR",
    "bobot": "VARCHAR",
    "sejak": "TIMESTAMP",
    "selesai": "TIMESTAMP",
}
_TOLD = tuple(name for name in TYPES if name not in ("sejak", "selesai"))
#: How long a mended finding stays in the history.
KEPT = dt.timedelta(days=30)
#: Said of a mended finding in a tab of which some rows are never shown: its row may have become such a one.
WITHHELD = "Isi sel ini tidak ditampilkan."


def moment(reference_date: dt.date, made: dt.datetime) -> dt.datetime:
    """When a sync took place, for everything that counts time; `made` is its clock time in WIB."""
    # "Today" is the reference date everywhere, also where it was set by hand or the data are simulated.
    return dt.datetime.combine(reference_date, made.time())


def begun(found: Iterable[Row], now: dt.datetime) -> list[dict]:
    """The history of findings of which nothing earlier is known: all open since `now`, those for information left
    out."""
    return [_open(row, now) for row in found if row["bobot"] != "info"]


def continued(
    before: Iterable[Row],
    found: Iterable[Row],
    tabs: Iterable[Row],
    contracts: Mapping[str, Contract],
    read: Collection[str],
    now: dt.datetime,
) -> list[dict]:
    """The history (columns as in TYPES) after a sync at `now` that saw the findings `found`.

    `before` is the history of the last snapshot, `tabs` the rows of table tab (instansi, tab, status), `read` the
    agencies whose sheet was really read this time. Every finding but those for information is in the answer once as
    open. What is no longer found is closed only where it could have been seen: in a tab that is there, of an agency
    that was read. A finding that comes back after it was closed is a new one.
    """
    before = [row for row in before if row["instansi"] in contracts]
    left = sorted((row for row in before if row["selesai"] is None), key=lambda row: row["sejak"])
    new = [row for row in found if row["bobot"] != "info"]
    history = []
    for key in (_unchanged, _moved, _in_place):
        pairs = _paired(left, new, key)
        history += [_open(seen, min(known["sejak"], now)) for known, seen in pairs]
        matched = {id(row) for pair in pairs for row in pair}
        left, new = ([row for row in rows if id(row) not in matched] for rows in (left, new))
    history += begun(new, now)
    states = {(tab["instansi"], tab["tab"]): tab["status"] for tab in tabs}
    for row in left:
        state = "ada" if row["tab"] is None else states.get((row["instansi"], row["tab"]))
        if row["instansi"] in read and state == "ada":
            history.append(_closed(row, contracts, now))
        elif state is not None:  # a tab that the contract no longer has can be neither open nor mended
            history.append(_open(row, min(row["sejak"], now)))
    # A day set back forgets what was mended on days that are still to come.
    return history + [
        dict(row)
        for row in before
        if row["selesai"] and now - KEPT <= row["selesai"] and row["selesai"].date() <= now.date()
    ]


def _open(row: Row, since: dt.datetime) -> dict:
    return {name: row[name] for name in _TOLD} | {"sejak": since, "selesai": None}


def _closed(row: Row, contracts: Mapping[str, Contract], now: dt.datetime) -> dict:
    tab = contracts[row["instansi"]].tabs.get(row["tab"])
    hidden = {"tertulis": None, "alasan": WITHHELD} if tab is not None and tab.shown_if is not None else {}
    return _open(row, min(row["sejak"], now)) | hidden | {"selesai": now}


def _unchanged(row: Row) -> tuple:
    """The same words about the same cell."""
    return tuple(row[name] for name in ("instansi", "tab", "kolom", "sel", "baris", "tertulis", "alasan"))


def _moved(row: Row) -> tuple:
    """The same words elsewhere in the column: rows above came or went, and numbers of rows in the reason with them."""
    reason = re.sub(r"\d+(?:[.,]\d+)*", "#", row["alasan"])
    return row["instansi"], row["tab"], row["kolom"], row["tertulis"], reason


def _in_place(row: Row) -> tuple | None:
    """Other words about the same cell: typed anew, and still not right. None where there is no place to name."""
    return tuple(row[name] for name in ("instansi", "tab", "kolom", "sel", "baris")) if row["tab"] else None


def _paired(before: list[Row], now: list[Row], key: Callable[[Row], tuple | None]) -> list[tuple[Row, Row]]:
    """Rows of one key beside each other, each at most once."""
    groups: dict[tuple, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((before, now)):
        for row in rows:
            if (named := key(row)) is not None:
                groups[named][side].append(row)
    return [pair for group in groups.values() for pair in _nearest(*group)]


def _nearest(before: list[Row], now: list[Row]) -> list[tuple[Row, Row]]:
    """Each row of the shorter list with the nearest one of the other: what is left over is most likely what came or
    went."""
    if len(before) > len(now):
        return [(known, seen) for seen, known in _nearest(now, before)]
    free, pairs = sorted(now, key=_number), []
    for row in sorted(before, key=_number):
        number = _number(row)
        at = bisect_left(free, number, key=_number)
        if at and (at == len(free) or number - _number(free[at - 1]) < _number(free[at]) - number):
            at -= 1
        pairs.append((row, free.pop(at)))
    return pairs


def _number(row: Row) -> int:
    return row["baris"] or 0
