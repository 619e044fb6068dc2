"""Which meeting of whoever looks over all regions a meeting of one region belongs to: reference/jadwal_kiriman.csv."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

#: The table of the reference data in which the windows stand.
TABLE = "jadwal_kiriman"


@dataclass(frozen=True)
class Window:
    """A meeting on the day `met`: meetings of regions from `since` on until that day belong to it, and what came until
    `due` (UTC) came in time."""

    met: dt.date
    since: dt.date
    due: dt.datetime

    def holds(self, day: dt.date) -> bool:
        """Whether a region's meeting of that day belongs to it."""
        return self.since <= day <= self.met


def read(rows: Iterable[Mapping[str, Any]], zone: str) -> list[Window]:
    """The windows in order; `batas` is told by the clock of that zone."""
    found = [
        Window(row["rapat"], row["sejak"], row["batas"].replace(tzinfo=ZoneInfo(zone)).astimezone(dt.UTC))
        for row in rows
    ]
    return sorted(found, key=lambda one: one.met)


def wrong(windows: Sequence[Window]) -> str | None:
    """What is wrong with a schedule, in words; None where each day belongs to one meeting at most."""
    for one in windows:
        if one.since > one.met:
            return f"rapat {one.met}: sejak {one.since} jatuh sesudah rapatnya."
    for one, other in pairwise(windows):
        if other.since <= one.met:
            return f"rapat {other.met}: sejak {other.since} bertindihan dengan rapat {one.met}."
    return None


def present(windows: Sequence[Window], today: dt.date) -> Window | None:
    """The meeting that comes next, or the last one where none comes any more; None where there is no schedule."""
    return next((one for one in windows if one.met >= today), windows[-1] if windows else None)


def of(windows: Sequence[Window], day: dt.date) -> Window | None:
    """The meeting to which a region's meeting of that day belongs."""
    return next((one for one in windows if one.holds(day)), None)


def looked_at(windows: Sequence[Window], today: dt.date, everything: bool) -> list[Window]:
    """Those whose objects may be new: the present one and the one before; all of them where that is wanted."""
    now = present(windows, today)
    if now is None or everything:
        return list(windows)
    at = windows.index(now)
    return list(windows[max(0, at - 1) : at + 1])
