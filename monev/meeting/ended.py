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


def note(folder: Path, name: str, at: dt.datetime) -> None:
    """Keep that the meeting of this name ended. Only for whoever holds the lock of the pinned snapshots."""
    kept = {one: moment for one, moment in read(folder).items() if abs(at - moment) < KEPT} | {name: at}
    content = {one: moment.replace(microsecond=0).isoformat() for one, moment in kept.items()}
    permissions.replace_json(folder / PINNED / FILE, content)


def read(folder: Path) -> dict[str, dt.datetime]:
    """The ends that are known, by the name of the meeting; none where nothing readable says so."""
    try:
        said: Mapping[str, str] = json.loads((folder / PINNED / FILE).read_text("utf-8"))
        return {name: dt.datetime.fromisoformat(moment) for name, moment in said.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
