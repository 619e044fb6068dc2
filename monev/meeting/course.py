"""How every number stood at each meeting, as it was known then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from monev.meeting import meeting
from monev.snapshot import (
    day_numbers,
    directory,
    few_numbers,
    frozen,
    indicator_sql,
    queries,
    rules_used,
    schema,
    store,
    tables,
)
from monev.words import words


@dataclass(frozen=True)
class Point:
    """One number at one meeting, or at the end of a day without one (`meeting` is None): its value and status as shown
    then, both None where it was no number yet.

    `changed` is what it is judged and worked out by that was something else at the point before: thresholds ("hijau":
    (old, new)), and rules by their codes ("hari_kasus": (5, 7)).
    """

    meeting: str | None
    date: dt.date
    value: float | None
    status: str | None
    changed: Mapping[str, tuple[object, object]]


def course(folder: Path, shown: str, until: dt.date) -> dict[str, list[Point]]:
    """The points of every number (by code) at the meetings up to the day `until`, the earliest first; of several
    meetings of one day the last that was frozen. That of the snapshot `shown`, frozen or not, is left out: it is now.

    A number that was none at a meeting has a point without status there, once it was one before. Meetings whose file
    was altered are no part of it: the page Rapat tells of them.
    """
    return _course(folder, shown, until, _files(folder))


@lru_cache(maxsize=32)
def _course(folder: Path, shown: str, until: dt.date, _: object) -> dict[str, list[Point]]:
    """Worked out again only when the system says that a file of the meetings is another one."""
    held = _of_meetings(folder, shown, until)
    return {code: _points(code, held) for code in dict.fromkeys(code for one in held for code in one.shown)}


def day_by_day(folder: Path, shown: str, until: dt.date, code: str) -> list[Point]:
    """The points of one number at the meetings, and after the first of them also at the end of each day without one of
    which it is known what was shown."""
    held = _of_meetings(folder, shown, until)
    met = {one.date for one in held}
    between = [day for day in day_numbers.days(folder) if held and held[0].date < day < until and day not in met]
    days = [_Held(None, day, _judged(said)) for day in between if (said := day_numbers.of(folder, day))]
    return _points(code, sorted([*held, *days], key=lambda one: one.date))


def stamp(folder: Path) -> tuple[object, ...]:
    """By what is told whether any course is another one than before, as long as the snapshot in view is the same."""
    return _files(folder), day_numbers.stamp(folder)


def _files(folder: Path) -> tuple[object, ...]:
    sums = [folder / frozen.PINNED / f"{name}.sha256" for name in frozen.names(folder)]
    return tuple(
        (path.stem, frozen.stamp(folder, f"{frozen.PINNED}/{path.stem}"), directory.stamp(path)) for path in sums
    )


@dataclass(frozen=True)
class _Judged:
    """All numbers as shown at one moment: code -> value and status, code -> thresholds, and rules by their codes."""

    shown: Mapping[str, tuple[float | None, str | None]]
    bounds: Mapping[str, Mapping]
    rules: Mapping[str, float]


@dataclass(frozen=True)
class _Held:
    meeting: str | None
    date: dt.date
    judged: _Judged

    @property
    def shown(self) -> Mapping[str, tuple[float | None, str | None]]:
        return self.judged.shown


def _of_meetings(folder: Path, shown: str, until: dt.date) -> list[_Held]:
    # of its own day a frozen one is the one that counts
    last = until - dt.timedelta(days=1) if frozen.is_pinned(shown) else until
    of_day = {one.date: one for one in meeting.meetings(folder) if one.date <= last and one.origin != shown}
    return [
        _Held(one.name, one.date, _held(folder, one.name, frozen.stamp(folder, one.snapshot)))
        for one in of_day.values()
    ]


def _points(code: str, held: Sequence[_Held]) -> list[Point]:
    found: list[Point] = []
    before: Mapping | None = None
    used = rules_used.of_number(code)
    for one in held:
        value, status = one.shown.get(code, (None, None))
        rules = {name: one.judged.rules[name] for name in used if name in one.judged.rules}
        rule = {**one.judged.bounds[code], **rules} if code in one.judged.bounds else None
        if status is not None or found:
            changed = {
                name: (before[name], rule[name])
                for name in rule or ()
                if before and name in before and before[name] != rule[name]
            }
            found.append(Point(one.meeting, one.date, value, status, changed))
        before = {**(before or {}), **rule} if rule else before
    return found


def read_now(folder: Path, snapshot: str, code: str, days: Sequence[dt.date]) -> dict[dt.date, float | None]:
    """What the sheets of `snapshot` say of one number on each of these earlier days; nothing unless its block declares
    that they can (`surut`): every row of its tabs tells itself on which day it came about."""
    [declared] = [
        one.declared for one in queries.load().values() if one.kind is indicator_sql and one.declared.code == code
    ]
    if not declared.block.get("surut"):
        return {}
    stamp = frozen.stamp(folder, snapshot)
    return {day: _read_on(folder, snapshot, code, day, stamp) for day in days}


@lru_cache(maxsize=2048)
def _read_on(folder: Path, snapshot: str, code: str, day: dt.date, _: tuple[int, ...]) -> float | None:
    asked = few_numbers.questions({code})
    with store.Snapshot(folder, snapshot, None, schema.today()) as opened:
        [meta] = opened.table("meta")
    then = {"meta": store.Table(tables.META, [meta | {"tanggal_acuan": day}])}
    with store.Snapshot(folder, snapshot, None, schema.today(), unwritten=then, questions=asked) as opened:
        [row] = opened.rows("bersama/angka_semua")
    return row["nilai"]


@lru_cache(maxsize=512)
def _held(folder: Path, name: str, _: tuple[int, ...]) -> _Judged:
    """What was shown at a meeting, and by what it was judged, nothing of a meeting that does not hold them; read again
    only when the system says that the file is another one."""
    try:
        held = frozen.tables(folder, name, ["angka_rapat", "ambang"])
    except store.StoreError:
        return _Judged({}, {}, {})
    try:  # the first versions froze no rules
        rules = frozen.rows(folder, name, "aturan")
    except store.StoreError:
        rules = []
    return _Judged(
        {row["kode"]: _known(row) for row in held["angka_rapat"]},
        {row["kode"]: {one: row.get(one) for one in day_numbers.JUDGED} for row in held["ambang"]},
        {row["kode"]: row["nilai"] for row in rules},
    )


def _known(row: Mapping) -> tuple[float | None, str | None]:
    """Value and status; a status of another version says nothing here."""
    return (row["nilai"], row["status"]) if row["status"] in words.STATUSES else (None, None)


def _judged(said: Mapping) -> _Judged:
    """What is kept of a day in the same form."""
    shown = {code: (one.get("nilai"), one.get("status")) for code, one in said["angka"].items()}
    return _Judged(shown, said["ambang"], said["aturan"])
