"""What can be told of, as it is at one moment: the newest numbers, and what lies beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from monev.meeting import change, meeting
from monev.snapshot import directory, frozen, schema, store

Rows = list[dict[str, Any]]

#: What is asked of the snapshot, by the name of the field that keeps it.
ASKED = {
    "numbers": "bersama/kabar_angka", "promises": "tindak_lanjut/daftar", "findings": "mutu_data/temuan",
    "vouched": "bersama/data_benar", "due": "bersama/tenggat_kalender", "plans": "bersama/rapat_berikutnya",
    "agencies": "ringkasan/instansi", "points": "bersama/usulan",
}  # fmt: skip


@dataclass(frozen=True)
class Now:
    """`at` is the moment in the city, `today` the day by which numbers and meetings are judged: another one where the
    reference date is set by hand. `times` are the rows of sinkron.json; `ended` the days whose meetings are over for
    good, with the moment from which nothing in them is changed any more; `held` the days on which one was begun;
    `halted` says why no sheet at all is looked at just now. The others are rows of ASKED."""

    at: dt.datetime
    today: dt.date
    snapshot: str
    numbers: Rows = field(default_factory=list)
    promises: Rows = field(default_factory=list)
    findings: Rows = field(default_factory=list)
    vouched: Rows = field(default_factory=list)
    due: Rows = field(default_factory=list)
    plans: Rows = field(default_factory=list)
    agencies: Rows = field(default_factory=list)
    points: Rows = field(default_factory=list)
    times: Rows = field(default_factory=list)
    ended: Mapping[str, dt.datetime] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    halted: str | None = None

    @property
    def planned(self) -> dict[str, Any] | None:
        """The next meeting that was not held yet."""
        return next((row for row in self.plans if row["tanggal"].isoformat() not in self.held), None)

    def name(self, agency: str) -> str:
        """An agency as its sheet is called."""
        return next((row["nama"] for row in self.agencies if row["instansi"] == agency), agency)


def now(folder: Path, at: dt.datetime) -> Now | None:
    """What there is to look at; None where no snapshot is whole yet."""
    snapshot = store.newest_whole(folder)
    if snapshot is None:
        return None
    with store.Snapshot(folder, snapshot, _before(folder, snapshot), schema.today()) as opened:
        [frame] = opened.rows("bersama/bingkai")
        found = {name: opened.rows(question) for name, question in ASKED.items()}
    by_hand = frame["tanggal_acuan"] != frame["dibuat"].date()
    today = frame["tanggal_acuan"] if by_hand else at.date()
    held = frozenset(name[:10] for name in frozen.names(folder))
    times = directory.read_sync_times(folder)
    ended = _ended(folder, at)
    return Now(at, today, snapshot, **found, times=times, ended=ended, held=held, halted=_halted(folder))


def _halted(folder: Path) -> str | None:
    """What ails the reading of all sheets; None where a sheet was read since."""
    watch, checked = directory.read_watch(folder), directory.last_checked(folder)
    if watch is None or watch.trouble is None or (checked and checked > (watch.ended or watch.began)):
        return None
    return watch.trouble


def _before(folder: Path, snapshot: str) -> str | None:
    try:
        return meeting.compared_with(folder, snapshot)
    except store.StoreError:  # the meeting before was altered: its page says so, and nothing is compared
        return None


def _ended(folder: Path, at: dt.datetime) -> dict[str, dt.datetime]:
    """The days of meetings that are over, since when nothing that was decided in them is changed from the screen."""
    on = meeting.on(folder, at)
    found: dict[str, dt.datetime] = {}
    for name, moment in meeting.ends(folder).items():
        day, closed = name[:10], moment + change.AFTERWARDS
        if closed <= at and (on is None or on[:10] != day):
            found[day] = max(closed, found.get(day, closed))
    later = {name[:10] for name, moment in meeting.ends(folder).items() if moment + change.AFTERWARDS > at}
    return {day: closed for day, closed in found.items() if day not in later}
