"""Snapshots for whoever only looks: nothing is written beside them, and a damaged one is passed over where it lies."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from monev.meeting import meeting
from monev.snapshot import directory, frozen, schema, store


def newest(folder: Path) -> str | None:
    """The id of the newest snapshot that is whole; None where there is none."""
    return next((name for name in reversed(store.snapshots(folder)) if store.damage(folder, name) is None), None)


def opened(folder: Path, name: str) -> store.Snapshot:
    """A snapshot, frozen ("rapat/2024-11-04") or not, beside what it is compared with, where that can be read."""
    before = _compared_with(folder, name)
    try:
        if before and frozen.is_pinned(before):
            frozen.verify(folder, before)
    except store.StoreError:  # the page Rapat tells of it
        before = None
    return store.Snapshot(folder, name, before, schema.today())


def _compared_with(folder: Path, name: str) -> str | None:
    if frozen.is_pinned(name) or _met_before(folder, store.reference_date(name)):
        return meeting.compared_with(folder, name)
    before = directory.previous(folder, name)
    while before is not None and store.damage(folder, before) is not None:
        before = directory.previous(folder, before)
    return before


def _met_before(folder: Path, day: dt.date) -> bool:
    return any(one[:10] < day.isoformat() for one in frozen.names(folder))
