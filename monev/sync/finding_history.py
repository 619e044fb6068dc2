"""How long each finding has been open, and which were mended: carried on from one snapshot to the next."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from monev.contract import finding
from monev.contract.contracts import Contract
from monev.sync import causes, finding_codes

Row = Mapping[str, Any]
#: An agency and one of its tabs.
Place = tuple[str, str]

_TOLD = ("instansi", "tab", "kolom", "sel", "baris", "tertulis", "alasan", "bobot", "asal", "sebab")
#: How long a mended finding stays in the history.
KEPT = dt.timedelta(days=30)
#: Said of a mended finding in a tab of which some rows are never shown: its row may have become such a one.
WITHHELD = "Isi sel ini tidak ditampilkan."


@dataclass(frozen=True)
class Seen:
    """What one sync saw.

    `found` are its findings (columns of finding.TYPES, and `asal` as in TYPES), `tabs` the rows of table tab (instansi,
    tab, status), `columns` names for each tab those that were found and read, `read` the agencies whose sheet was
    really read, `absent` those of which there has never been one; `sources` names for each check the tabs that it
    judges by; `number` is that of the snapshot in the making, `now` the moment of the sync. `unasked` are the checks
    that had nothing to compare with, so that they say nothing.
    """

    found: Sequence[Row]
    tabs: Sequence[Row]
    columns: Mapping[Place, Collection[str]]
    read: Collection[str]
    absent: Collection[str]
    sources: Mapping[str, Collection[Place]]
    number: int
    now: dt.datetime
    unasked: Collection[str] = ()


def moment(reference_date: dt.date, made: dt.datetime) -> dt.datetime:
    """When a sync took place, for everything that counts time; `made` is its time by the city's clock."""
    # "Today" is the reference date everywhere, also where it was set by hand or the data are simulated.
    return dt.datetime.combine(reference_date, made.time())


def begun(found: Iterable[Row], now: dt.datetime, number: int) -> list[dict]:
    """The history of findings of which nothing earlier is known: all open since `now` and the snapshot `number`, those
    for information left out."""
    since = {"perihal": None, "sejak": now, "selesai": None, "potret_awal": number, "potret_akhir": number,
             "kode": None}  # fmt: skip
    return [
        {name: row.get(name) for name in _TOLD} | {"banyak": len(row.get("baris_semua") or [1])} | since
        for row in found
        if finding.is_open(row)
    ]


def continued(before: Iterable[Row], seen: Seen, contracts: Mapping[str, Contract]) -> list[dict]:
    """The history (columns as in TYPES) after a sync; `before` is that of the last snapshot.

    Every finding but those for information is in the answer once as open. What is no longer found is closed only where
    it could have been seen: in a tab that is there, and in a column that was read, of an agency that was read; where it
    comes from a check, only if that check knew all it knew when it last saw the finding. One that comes back after it
    was closed is a new one, with the code that it had. What the contracts no longer have is left out.
    """
    before = [row for row in before if _in_contract(row, contracts)]
    left = sorted((row for row in before if row["selesai"] is None), key=lambda row: row["sejak"])
    there = {(tab["instansi"], tab["tab"]) for tab in seen.tabs if tab["status"] == "ada"}
    new = [row | {"perihal": _subject(row, seen, there)} for row in begun(seen.found, seen.now, seen.number)]
    history = []
    many = gathered([*left, *new])
    for key in (
        _unchanged,
        _not_read,
        _moved,
        _in_place,
        lambda row: _of_many(row, many),
        lambda row: _of_tab(row, many),
    ):
        pairs = _paired(left, new, key)
        history += [_still_open(known, row) for known, row in pairs]
        matched = {id(row) for pair in pairs for row in pair}
        left, new = ([row for row in rows if id(row) not in matched] for rows in (left, new))
    history += new
    clouded = _clouded(history)
    for row in left:
        if row["asal"] and row["asal"] not in seen.sources:
            continue  # of a check that is no more, it can be neither open nor mended
        if _could_be_read(row, seen, there) and _could_be_seen(row, seen, clouded):
            history.append(_closed(row, contracts, seen.now))
        else:
            history.append(dict(row) | {"sejak": min(row["sejak"], seen.now)})
    # A day set back forgets what was mended on days that are still to come.
    history += [
        dict(row)
        for row in before
        if row["selesai"] and seen.now - KEPT <= row["selesai"] and row["selesai"].date() <= seen.now.date()
    ]
    return finding_codes.given(history, (_unchanged, _moved, _in_place))


def _subject(row: Row, seen: Seen, there: Collection[Place]) -> str | None:
    """What a finding of this sync is about, as in TYPES."""
    place = row["instansi"], row["tab"]
    if row["asal"] or row["tab"] is None:
        return None
    if row["kolom"] is None:
        return None if place in there else "tab"
    return None if row["kolom"] in seen.columns.get(place, ()) else "kolom"


def _still_open(known: Row, row: Row) -> dict:
    # A cell of which only a check told, and that cannot be read any more, takes something new away from other checks.
    first = known["potret_awal"] if known["asal"] == row["asal"] else row["potret_awal"]
    return dict(row) | {
        "sejak": min(known["sejak"], row["sejak"]), "potret_awal": first, "kode": known.get("kode")
    }  # fmt: skip


def _in_contract(row: Row, contracts: Mapping[str, Contract]) -> bool:
    if row["instansi"] not in contracts or row["tab"] is None:
        return row["instansi"] in contracts
    tab = contracts[row["instansi"]].tabs.get(row["tab"])
    return tab is not None and (row["kolom"] is None or row["kolom"] in tab.columns)


def _closed(row: Row, contracts: Mapping[str, Contract], now: dt.datetime) -> dict:
    tab = contracts[row["instansi"]].tabs.get(row["tab"])
    hidden = {"tertulis": None, "alasan": WITHHELD} if tab is not None and tab.shown_if is not None else {}
    return dict(row) | hidden | {"sejak": min(row["sejak"], now), "selesai": now}


def _clouded(history: Iterable[Row]) -> dict[Place, int]:
    """For each tab of which reading has something to tell (a cell not read, a row held out, a tab or its header not
    found), the number of the newest snapshot that brought such a finding."""
    newest: dict[Place, int] = defaultdict(int)
    for row in history:
        if row["asal"] is None:
            place = row["instansi"], row["tab"]
            newest[place] = max(newest[place], row["potret_awal"] or 0)
    return newest


def _could_be_read(row: Row, seen: Seen, there: Collection[Place]) -> bool:
    """Whether the place that this finding is about was read: without its title, a column tells nothing of its cells."""
    place = row["instansi"], row["tab"]
    return (
        row["instansi"] in seen.read
        and (row["tab"] is None or place in there)
        and (row["kolom"] is None or row["kolom"] in seen.columns.get(place, ()))
    )


def _could_be_seen(row: Row, seen: Seen, clouded: Mapping[Place, int]) -> bool:
    """Whether the check that this finding comes from would find it again if it were still there."""
    if row["asal"] in seen.unasked:
        return False
    return row["asal"] is None or all(
        (agency in seen.read or agency in seen.absent) and clouded.get((agency, tab), 0) <= (row["potret_akhir"] or 0)
        for agency, tab in seen.sources[row["asal"]]
    )


def _unchanged(row: Row) -> tuple:
    """The same words about the same cell."""
    return tuple(row[name] for name in ("instansi", "tab", "kolom", "sel", "baris", "tertulis", "alasan"))


def _not_read(row: Row) -> tuple | None:
    """A whole column or tab that is not read, for whatever reason; None for any other finding."""
    return tuple(row[name] for name in ("perihal", "instansi", "tab", "kolom")) if row["perihal"] else None


def _moved(row: Row) -> tuple:
    """The same words elsewhere in the column: rows or columns before it came or went, and numbers of rows in the reason
    with them."""
    reason = re.sub(r"\d+(?:[.,]\d+)*", "#", row["alasan"])
    return row["instansi"], row["tab"], row["kolom"], row["tertulis"], reason


def gathered(history: Iterable[Row]) -> set[tuple]:
    """What was one finding about many cells and is not mended yet (causes.same)."""
    return {causes.same(row) for row in history if row["selesai"] is None and (row.get("banyak") or 1) > 1}


def _of_many(row: Row, many: Collection[tuple]) -> tuple | None:
    """One cause in many cells: some of them were mended or came to it, the cause is still there. None for others."""
    return causes.same(row) if row.get("sebab") and causes.same(row) in many else None


def _of_tab(row: Row, many: Collection[tuple]) -> tuple | None:
    """One cause in several columns, of which one is left. None for others."""
    return _of_many({**row, "kolom": None}, many)


def _in_place(row: Row) -> tuple | None:
    """Other words about the same cell: typed anew, and still not right. None where there is no place to name."""
    if row["tab"] is None or row["perihal"]:
        return None
    # In a column with a name the row is enough: the letter changes when a column is put in before it.
    cell = row["sel"] if row["kolom"] is None else None
    return row["instansi"], row["tab"], row["kolom"], row["baris"], cell


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
