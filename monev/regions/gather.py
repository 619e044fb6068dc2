"""What is new in the store is fetched, checked and put to what was gathered before, meeting by meeting."""

from __future__ import annotations

import copy
import datetime as dt
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from monev.regions import apart, fetching, found, notes, objects, partitions, windows
from monev.regions.apart import Reader
from monev.regions.found import Lying
from monev.regions.notes import Note
from monev.regions.partitions import REGION, State
from monev.regions.place import Store, StoreTrouble
from monev.regions.received import Rules, Verdict
from monev.regions.windows import Window
from monev.words import words

#: After this time a set without its cover is no longer on its way.
ON_ITS_WAY = dt.timedelta(hours=1)
#: What a frozen meeting is called: its day, and which one of that day it is.
_NUMBERED = re.compile(r"/\d{4}-\d{2}-\d{2}(?:-(\d{1,6}))?\.parquet$")
#: What became of a set.
USED, REFUSED, TWIN = "dipakai", "ditolak", "kembar"


@dataclass(frozen=True)
class Order:
    """What is gathered: the schedule, what is asked of sets, the regions' names by code, and the moment (aware)."""

    schedule: Sequence[Window]
    rules: Rules
    names: Mapping[str, str]
    now: dt.datetime


@dataclass(frozen=True)
class Gathered:
    """How many sets were used, refused, or left for the next time; `trouble` is why the store could not be read."""

    used: int = 0
    refused: int = 0
    left: int = 0
    trouble: str | None = None


def gather(store: Store, root: Path, order: Order, everything: bool = False, seconds: float = 600) -> Gathered:
    """Take what is new in the store into the folder `root`, within about so many seconds. `everything`: of all
    meetings, not only of those that may have news. Nothing that was taken is ever lost or taken from anew."""
    until, total = time.monotonic() + seconds, Gathered()
    tables, today = list(order.rules.tables), order.rules.today
    open_ones = windows.looked_at(order.schedule, today, everything)
    try:
        there = found.days(store, tables)
        claimed, coming, lost = found.of_days(there, order.schedule, open_ones, today)
        with apart.reader() as reader:
            for window in sorted(claimed, key=lambda one: one.met, reverse=True):
                one = _meeting(store, root, window, claimed[window], order, reader, until)
                total = Gathered(total.used + one.used, total.refused + one.refused, total.left + one.left, one.trouble)
                if one.trouble:
                    return total
        _elsewhere(store, root, tables, coming, lost, order)
    except StoreTrouble as trouble:
        return replace(total, trouble=str(trouble))
    return total


def _meeting(
    store: Store, root: Path, window: Window, days: Iterable[dt.date], order: Order, reader: Reader, until: float
) -> Gathered:
    lying, strange = [], []
    for day in days:
        of_day, others = found.sets(store, list(order.rules.tables), day)
        lying += of_day
        strange += others
    before = partitions.load(root, window.met)
    if before and any(not window.holds(dt.date.fromisoformat(one["rapat"])) for one in before.sets.values()):
        before = None  # the schedule says otherwise by now: what of it belongs here is gathered anew
    if (
        before is None
        and not lying
        and not strange
        and window is not windows.present(order.schedule, order.rules.today)
    ):
        return Gathered()
    state = before or State()
    known = copy.deepcopy(state.said())
    unknown = [one for one in lying if one.key.region not in order.names and str(one.key) not in state.sets]
    told = found.strangers(strange) + found.unknown(unknown)
    new = list(_new(lying, state, order, told))
    fresh: dict[str, Verdict] = {}
    trouble, left = None, 0
    for batch in fetching.batches(new):
        if time.monotonic() > until or trouble:
            left += len(batch)
            continue
        fetched, refused, trouble = fetching.fetched(store, batch)
        verdicts = reader.verdicts(fetched, order.rules, until)
        left += len(batch) - len(verdicts) - len(refused)
        for one, verdict in [*refused.items(), *zip([str(one.key) for one in fetched], verdicts, strict=False)]:
            fresh[one] = verdict
    taken = _judged(state, fresh, {str(one.key): one for one in lying}, order)
    state.notes = told
    changed = _rows(root, window, state, fresh, order, taken) if taken or before is None else None
    if changed is not None or state.said() | {"nomor": 0} != known | {"nomor": 0}:
        types = {table: shape.types for table, shape in order.rules.tables.items()}
        partitions.write(root, window.met, state, types, changed)
    bad = sum(state.sets[key]["putusan"] == REFUSED for key in fresh)
    return Gathered(len(taken), bad, left, trouble)


def _new(lying: Sequence[Lying], state: State, order: Order, told: list[Note]) -> Iterator[Lying]:
    """The sets that are to be fetched; what can be said of the others by their names goes to what is told."""
    many: dict[str, int] = {}
    for one in sorted(lying, key=lambda one: (one.came, str(one.key))):
        region, known = one.key.region, state.sets.get(str(one.key))
        name = order.names.get(region)
        marks = {table: part.mark for table, part in one.parts.items()}
        if known and known["putusan"] != REFUSED:
            if any(known["tanda"].get(table, mark) != mark for table, mark in marks.items()):
                known["diganti"] = True
        elif (known and known["tanda"] == marks) or name is None:
            continue
        elif objects.COVER not in one.parts:
            if order.now - one.came > ON_ITS_WAY:
                met = words.date_long(one.key.met)
                what = f"Kiriman {name} dari rapat {met} belum utuh: tabel penutupnya tidak sampai."
                do = "periksa apakah servernya menyala dan masih mengirim"
                counted = any((past["daerah"], past["putusan"]) == (region, USED) for past in state.sets.values())
                meanwhile = notes.EARLIER if counted else notes.SILENT
                told.append(notes.note(region, what, notes.asked(name, do), notes.REFUSED, meanwhile, str(one.key)))
        else:
            many[region] = many.get(region, 0) + 1
            if many[region] <= found.MOST_OF_REGION:
                yield one


def _judged(state: State, fresh: Mapping[str, Verdict], lying: Mapping[str, Lying], order: Order) -> set[str]:
    """Write down what became of each set; the regions that have new numbers by it."""
    taken, best = set(), newest(state)
    for key, verdict in fresh.items():
        one = lying[key]
        region = one.key.region
        counts = state.sets.get(best.get(region, ""))
        # Of the set that counts alone: a correction may bring back what was said before the last one.
        same = counts is not None and counts["isi"] == verdict.seal
        judged = REFUSED if verdict.what else TWIN if same else USED
        frozen = min(verdict.frozen or one.came.replace(tzinfo=None), one.came.replace(tzinfo=None))
        state.sets[key] = {
            "daerah": region, "rapat": one.key.met.isoformat(), "putusan": judged,
            "tanda": {table: part.mark for table, part in one.parts.items()},
            "diterima": one.came.replace(tzinfo=None).isoformat(), "urutan": frozen.isoformat(), "isi": verdict.seal,
            "apa": verdict.what, "saran": verdict.do, "baris": dict(verdict.counts), "mendahului": verdict.skewed,
            "nama": verdict.named, "diganti": False,
        }  # fmt: skip
        if judged == USED:
            taken.add(region)
            if counts is None or _order(key, state.sets[key]) > _order(best[region], counts):
                best[region] = key
    return taken


def newest(state: State) -> dict[str, str]:
    """The key of the set that counts of each region: that of its latest meeting, of one day the one frozen last."""
    best: dict[str, str] = {}
    for key, one in state.sets.items():
        known = best.get(one["daerah"])
        if one["putusan"] == USED and (known is None or _order(key, one) > _order(known, state.sets[known])):
            best[one["daerah"]] = key
    return best


def _order(key: str, one: Mapping[str, Any]) -> tuple[str, int, str, str]:
    """Freezes of one day are numbered by their region, whatever its clock says ("2024-11-04", "2024-11-04-2"); other
    names go by the moment of freezing, by a clock no later than the store's."""
    numbered = _NUMBERED.search(key)
    return one["rapat"], int(numbered[1] or 1) if numbered else 0, one["urutan"], key


def _rows(
    root: Path, window: Window, state: State, fresh: Mapping[str, Verdict], order: Order, taken: set[str]
) -> dict[str, list[dict[str, Any]]] | None:
    """All rows of the meeting as they are now; None where the new sets are older than those that count."""
    best = {region: key for region, key in newest(state).items() if key in fresh}
    if taken and not best:
        return None
    tables = {}
    for table, shape in order.rules.tables.items():
        kept = [row for row in partitions.rows(root, window.met, state, table) if row[REGION] not in best]
        for region, key in best.items():
            kept += [{REGION: region, **dict(zip(shape.types, row, strict=True))} for row in fresh[key].rows[table]]
        tables[table] = sorted(kept, key=lambda row: row[REGION])
    return tables


def _elsewhere(
    store: Store, root: Path, tables: Sequence[str], coming: Sequence[dt.date], lost: Sequence[dt.date], order: Order
) -> None:
    """Tell of what lies under days of which no meeting is looked at."""
    told: list[Note] = []
    for days, ahead in ((coming, True), (lost, False)):
        lying = [one for day in days for one in found.sets(store, tables, day)[0]]
        told += found.unclaimed(sorted(lying, key=lambda one: str(one.key)), order.names, ahead)
    if told != partitions.elsewhere(root):
        partitions.permissions.make_folder(root)
        partitions.put(root / partitions.ELSEWHERE, told)
