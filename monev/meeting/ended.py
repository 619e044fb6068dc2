"""When meetings ended: for a while after that, what was decided in them can still be put right."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

from monev.snapshot import permissions
from monev.snapshot.frozen import PINNED

#: Beside the pinned snapshots: the moment at which each meeting ended last, by its name.
FILE = "berakhir.json"
#: An end is forgotten after this time: nothing depends on it any more.
KEPT = dt.timedelta(days=2)
#: The last year in which a meeting can be.
LAST = 9000


def note(folder: Path, name: str, at: dt.datetime) -> None:
    """Keep that the meeting of this name ended. Only for whoever holds the lock of the pinned snapshots."""
    kept = {one: then for one, then in read(folder).items() if abs(at - then) < KEPT} | {name: at}
    content = {one: then.replace(microsecond=0).isoformat() for one, then in kept.items()}
    permissions.replace_json(folder / PINNED / FILE, content)


def read(folder: Path) -> dict[str, dt.datetime]:
    """The ends that are known, by the name of the meeting; none where nothing readable says so."""
    try:
        said: Mapping[str, str] = json.loads((folder / PINNED / FILE).read_text("utf-8"))
        return {name: moment(told) for name, told in said.items()}
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return {}


def moment(said: str) -> dt.datetime:
    """A moment of the city as it is written down; ValueError where it is none, or one that no clock here has shown."""
    found = dt.datetime.fromisoformat(said)
    if found.tzinfo is not None or found.year > LAST:
        raise ValueError(said)
    return found
