"""The clock of the city: its time zone, what people call it, and what time it is there.

Every moment that is kept or shown is the city's own time and carries no zone: Indonesia knows no summer time.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from monev import reference
from monev.sheets import regular_file

#: The three times of Indonesia by the zones that keep them (Keppres 41 of 1987).
SHORT = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def zone() -> ZoneInfo:
    """As daerah.toml says. Where it cannot be read, which every sync refuses and tells, western time."""
    return _zone(reference() / "daerah.toml")


@lru_cache(maxsize=16)
def _zone(path: Path) -> ZoneInfo:
    try:
        named = str(regular_file.toml(path).get("zona_waktu"))
    except (OSError, ValueError):
        named = ""
    return ZoneInfo(named if named in SHORT else next(iter(SHORT)))


def short() -> str:
    """ "WIB", "WITA" or "WIT"."""
    return SHORT[zone().key]


def now() -> dt.datetime:
    """The moment in the city, without a zone."""
    return dt.datetime.now(zone()).replace(tzinfo=None)


def second() -> dt.datetime:
    """As `now`, to the whole second: what is kept and compared."""
    return now().replace(microsecond=0)


def aware(moment: dt.datetime) -> dt.datetime:
    """One of the city's moments, with its zone."""
    return moment.replace(tzinfo=zone())


def city(written: str) -> dt.datetime | None:
    """A moment as programs write it (RFC 3339), by the city's clock to the second; None for anything else."""
    try:
        moment = dt.datetime.fromisoformat(written.replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment.astimezone(zone()).replace(tzinfo=None, microsecond=0) if moment.tzinfo else None


def from_utc(moment: dt.datetime) -> dt.datetime:
    """A moment that is kept in UTC and carries no zone, by the city's clock."""
    return moment.replace(tzinfo=dt.UTC).astimezone(zone()).replace(tzinfo=None)


def place() -> str:
    """How Google Sheets lists the zone in its settings: "Jakarta"."""
    return zone().key.split("/")[1]


def time_typed(typed: str) -> dt.time | None:
    """A time as people type it: "9", "09.00", "9:30 WIB"; None where nothing is typed, ValueError for anything else."""
    text = typed.strip()
    if not text:
        return None
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?(?:\s*(?:wib|wita|wit))?", text, re.IGNORECASE)
    try:
        return dt.time(int(found[1]), int(found[2] or 0))
    except (TypeError, ValueError):  # nothing found, or no such time
        raise ValueError(f"“{text}” bukan jam. Tulis seperti 09.00.") from None
