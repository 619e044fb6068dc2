"""When accounts last signed out: what a cookie alone cannot tell the other tabs, browsers and server processes."""

from __future__ import annotations

import json
import time
from pathlib import Path

from filelock import FileLock

from monev.access import audit
from monev.access.visitor import LASTS

_FILE = "keluar.json"


def read(snapshots: Path) -> dict[str, int]:
    """Account -> second (epoch) of its last sign-out. Raises OSError or ValueError where the file is damaged."""
    try:
        return json.loads((snapshots / audit.FOLDER / _FILE).read_text("utf-8"))
    except FileNotFoundError:
        return {}


def add(snapshots: Path, account: str) -> None:
    """From now on no sign-in of this account holds that was made before; raises OSError."""
    folder = snapshots / audit.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / f".{_FILE}.kunci", timeout=10):
        now = int(time.time())
        # Older ones have expired by themselves.
        kept = {one: at for one, at in read(snapshots).items() if at > now - LASTS} | {account: now}
        half = folder / f".{_FILE}.baru"
        half.write_text(json.dumps(kept), "utf-8")
        half.replace(folder / _FILE)
