"""Who changed a sheet when, as Google tells: kept for a few days beside the snapshots, in none and in no backup."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from monev.snapshot import claims, permissions

#: A name with a dot before it: an account is personal data, and backups leave such files out.
FILE, LOCK = ".pengubah.json", ".pengubah.kunci"
#: How long a change is remembered, and how many of one agency at most.
KEPT, MOST = dt.timedelta(days=3), 30
#: Seconds to wait for another program that notes something.
WAIT, BUSY = 20, "Catatan pengubah lembar sedang ditulis. Coba lagi sebentar."
#: Beside the snapshots too: the wish to hear all that Google knows of one agency's sheet.
WISH = "minta-pengubah-"
_CODE = re.compile(r"\w{1,60}", re.ASCII)


@dataclass(frozen=True)
class Change:
    """A change seen at Google: it happened `between` and `until` (the city's time; None: that alone is known), by whom:
    `name` and `address`, either may be empty."""

    until: dt.datetime
    between: dt.datetime | None = None
    name: str = ""
    address: str = ""


def read(folder: Path, agency: str, now: dt.datetime) -> list[Change]:
    """What is known of one agency's sheet, the newest first; nothing where Google told nothing or it is long ago."""
    return [one for one in _all(folder).get(agency, []) if now - KEPT <= one.until <= now + dt.timedelta(minutes=5)]


def note(folder: Path, found: Mapping[str, Iterable[Change]], now: dt.datetime) -> None:
    """Add what was seen, each change once; what is too old is forgotten. Raises StoreError, OSError."""
    new = {agency: seen for agency, changes in found.items() if (seen := list(changes))}
    if not new:
        return
    with claims.held(folder / LOCK, WAIT, BUSY):
        known = _all(folder)
        for agency, changes in new.items():
            known[agency] = _joined([*known.get(agency, []), *changes], now)
        permissions.replace_json(folder / FILE, {
            agency: [{"sampai": one.until.isoformat(), "sejak": one.between.isoformat() if one.between else None,
                      "nama": one.name, "surel": one.address} for one in changes]
            for agency, changes in known.items() if changes
        })  # fmt: skip


def _joined(changes: Sequence[Change], now: dt.datetime) -> list[Change]:
    """Each moment of each person once, the newest first; the one with the narrower time is kept."""
    found: dict[tuple, Change] = {}
    for one in changes:
        key = one.until.replace(microsecond=0), one.address, one.name
        before = found.get(key)
        if before is None or (one.between or dt.datetime.min) > (before.between or dt.datetime.min):
            found[key] = one
    kept = [one for one in found.values() if now - KEPT <= one.until]
    return sorted(kept, key=lambda one: one.until, reverse=True)[:MOST]


def _all(folder: Path) -> dict[str, list[Change]]:
    """All that is kept; nothing where there is nothing, or nothing that can be read."""
    try:
        said = json.loads((folder / FILE).read_text("utf-8"))
        return {str(agency): [_change(one) for one in changes] for agency, changes in said.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _change(said: Mapping) -> Change:
    between = dt.datetime.fromisoformat(said["sejak"]) if said["sejak"] else None
    return Change(dt.datetime.fromisoformat(said["sampai"]), between, str(said["nama"]), str(said["surel"]))


def wish(folder: Path, agency: str) -> None:
    """Ask the watcher for all that Google knows of the sheet of an agency (code)."""
    if not _CODE.fullmatch(agency):
        raise ValueError(f"{agency!r} is no code of an agency")
    permissions.write(folder / f"{WISH}{agency}", "")


def wished(folder: Path) -> list[str]:
    """The agencies of which somebody wishes to hear."""
    return sorted(path.name.removeprefix(WISH) for path in folder.glob(f"{WISH}*"))


def grant(folder: Path, agency: str) -> None:
    """Take a wish away, because what serves it begins."""
    (folder / f"{WISH}{agency}").unlink(missing_ok=True)
