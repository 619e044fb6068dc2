"""When accounts last signed out: what a cookie alone cannot tell the other tabs, browsers and server processes."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping
from pathlib import Path

from monev.screen.access import audit
from monev.screen.access.person import LASTS
from monev.screen.access.roles import Person
from monev.snapshot import claims, permissions
from monev.snapshot.store import StoreError

log = logging.getLogger("monev")
#: What it is called, beside the record of accesses.
FILE = "keluar.json"


def read(snapshots: Path) -> dict[str, int]:
    """Account -> second (epoch) of its last sign-out. Raises OSError or ValueError where the file is damaged."""
    try:
        said = json.loads((snapshots / audit.FOLDER / FILE).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    if not isinstance(said, dict) or not all(isinstance(at, int) for at in said.values()):
        raise ValueError(f"{FILE} holds something else")
    return said


def add(snapshots: Path, account: str) -> None:
    """From now on no sign-in of this account holds that was made before; raises OSError, StoreError."""
    with claims.held(snapshots / audit.FOLDER / f".{FILE}.kunci", 10, f"{FILE} is being written"):
        now, known = int(time.time()), read(snapshots)
        # Older ones have expired by themselves; a clock that was set back takes no sign-out back.
        kept = {one: at for one, at in known.items() if at > now - LASTS}
        write(snapshots, kept | {account: max(now, known.get(account, 0))})


def leave(snapshots: Path, person: Person) -> None:
    """Somebody signs out here and everywhere else, and the record of accesses says so."""
    try:
        add(snapshots, person.account)
    except (OSError, ValueError, StoreError) as error:
        log.error("Keluarnya sebuah akun belum dapat dicatat: %s", error)
    audit.note(snapshots, person, audit.LEFT)


def write(snapshots: Path, kept: Mapping[str, int]) -> None:
    """Replace the file; only for whoever holds its lock, or has the folder for himself."""
    permissions.replace_json(snapshots / audit.FOLDER / FILE, kept)
