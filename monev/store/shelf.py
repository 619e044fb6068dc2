"""Which snapshots lie in a folder, which came before which, and when each agency was last read."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

#: What a snapshot's file is called: number in the order of making, reference date, beginning of its hash.
NAME = re.compile(r"(\d{6})-(\d{4}-\d{2}-\d{2})-([0-9a-f]{8})\.duckdb")
#: Beside the snapshots: when each agency was last tried and last read; a snapshot itself never changes.
SYNC_TIMES = "sinkron.json"


def snapshots(folder: Path) -> list[str]:
    """Ids of the complete snapshots, oldest first."""
    if not folder.is_dir():
        return []
    return sorted(path.stem for path in folder.iterdir() if NAME.fullmatch(path.name))


def latest(folder: Path) -> str | None:
    """The id of the newest snapshot, or None."""
    names = snapshots(folder)
    return names[-1] if names else None


def previous(folder: Path, name: str) -> str | None:
    """The newest snapshot with a reference date before that of `name`: what this one is compared with."""
    own_date = reference_date(name)
    earlier = [other for other in snapshots(folder) if reference_date(other) < own_date]
    return max(earlier, key=lambda other: (reference_date(other), other), default=None)


def reference_date(name: str) -> dt.date:
    """The reference date in a snapshot's id."""
    return dt.date.fromisoformat(name[7:17])


def next_name(folder: Path, reference_date: dt.date, digest_hex: str) -> str:
    """The id of the snapshot to be made now: numbered, so that no clock decides which one is the newest."""
    last = latest(folder)
    return f"{int(last[:6]) + 1 if last else 1:06d}-{reference_date.isoformat()}-{digest_hex[:8]}"


def write_sync_times(folder: Path, times: list[Mapping[str, object]]) -> None:
    """Replace sinkron.json: one object per agency with instansi, dicoba, berhasil (WIB, ISO) and pesan."""
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f".{SYNC_TIMES}.{os.getpid()}"
    half.write_text(json.dumps(times, default=str, ensure_ascii=False, indent=1), "utf-8")
    half.replace(folder / SYNC_TIMES)


def read_sync_times(folder: Path) -> list[dict]:
    """The rows of sinkron.json; none where there is none yet or it is damaged: the next sync mends it."""
    try:
        rows = json.loads((folder / SYNC_TIMES).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return []
    rows = rows if isinstance(rows, list) else []
    return [row for row in rows if isinstance(row, dict) and "instansi" in row]
