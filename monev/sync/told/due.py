"""Whose sheet may have to be told something now: asked of the disk alone, since a server asks it all the time."""

from __future__ import annotations

import datetime as dt

from monev.settings import Settings
from monev.snapshot import directory
from monev.sync.told import record, wish
from monev.sync.told.record import Record
from monev.sync.told.wish import Wish
from monev.words import clock

#: How long it is believed that comments are refused, before they are tried again.
BELIEVED = dt.timedelta(days=1)


def agencies(settings: Settings) -> list[str]:
    """Those whose sheets were not told all of the newest snapshot, and for which it is time to try."""
    newest = directory.latest(settings.snapshots)
    if newest is None or not settings.told:
        return []
    now, found = clock.now(), []
    for agency, one in wish.wishes(settings, settings.told).items():
        known = record.load(settings.snapshots, agency)
        done = known.snapshot == newest and known.trouble is None and known.way == way(one, known, now)
        waits = known.again is not None and dt.datetime.fromisoformat(known.again) > now and known.tried == newest
        if not done and not waits:
            found.append(agency)
    return found


def way(one: Wish, known: Record, now: dt.datetime) -> str:
    """In which way a sheet is told now: where comments were refused lately, in the tab."""
    fallen = known.fallen is not None and now - dt.datetime.fromisoformat(known.fallen) < BELIEVED
    return wish.TAB if one.way == wish.COMMENT and fallen else one.way
