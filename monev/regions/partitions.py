"""What was gathered for each meeting, beside the snapshots: one file a table, and a state that names them.

    rekap/<table>/rapat=<date>/<n>.parquet   the rows of all regions, the newest set of each; never changed
    rekap/rapat=<date>.json                  which files count, and what became of every set; written last

So it can be cut off anywhere: what no state names is swept by the next one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from monev.regions import columns
from monev.snapshot import permissions
from monev.snapshot.directory import UNFINISHED
from monev.snapshot.file import half

#: Where it lies below the snapshots, and the code of the region ahead of the columns of each table but the cover.
FOLDER, REGION = "rekap", "kode_daerah"
#: The state of what belongs to no meeting that was looked at.
ELSEWHERE = "lain.json"
Rows = dict[str, Any]


@dataclass
class State:
    """What is known of a meeting: the number of its files, per table the name, hash and rows of each, per key of a set
    what became of it, and what else is to be told (`notes`, rows of `monev.regions.notes`)."""

    number: int = 0
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    sets: dict[str, dict[str, Any]] = field(default_factory=dict)
    notes: list[dict[str, Any]] = field(default_factory=list)

    def said(self) -> dict[str, Any]:
        """As it is written down."""
        return {"nomor": self.number, "tabel": self.files, "kiriman": dict(sorted(self.sets.items())),
                "catatan": self.notes}  # fmt: skip


def load(root: Path, met: dt.date) -> State | None:
    """What is known of a meeting; None where it was never gathered, or one of its files is not as it was written: then
    it is gathered anew."""
    try:
        said = json.loads(_state(root, met).read_bytes())
        state = State(said["nomor"], said["tabel"], said["kiriman"], said["catatan"])
        whole = all(
            hashlib.sha256(_file(root, table, met, one["berkas"]).read_bytes()).hexdigest() == one["sha256"]
            for table, one in state.files.items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return state if whole else None


def rows(root: Path, met: dt.date, state: State, table: str) -> list[Rows]:
    """The rows of a table, each with the code of its region under REGION; none where it has no file."""
    one = state.files.get(table)
    if one is None:
        return []
    try:
        return pq.read_table(_file(root, table, met, one["berkas"]), use_threads=False, partitioning=None).to_pylist()
    except (pa.ArrowException, OSError):
        return []


def write(
    root: Path, met: dt.date, state: State, types: Mapping[str, Mapping[str, str]],
    tables: Mapping[str, Sequence[Rows]] | None,
) -> None:  # fmt: skip
    """Put down what is known, with new files where `tables` are given; what was there before is swept behind it."""
    if tables is not None:
        state.number = 1 + max([state.number, *(_number(path) for path in _files(root, met))])
        state.files = {}
        for table, found in tables.items():
            path = _file(root, table, met, f"{state.number:06}.parquet")
            permissions.make_folder(path.parent)
            content = columns.content({REGION: "VARCHAR", **types[table]}, found)
            with half(path) as unfinished:
                permissions.write(unfinished, content)
                unfinished.chmod(permissions.KEPT)
            state.files[table] = {
                "berkas": path.name, "sha256": hashlib.sha256(content).hexdigest(), "baris": len(found)
            }  # fmt: skip
    permissions.make_folder(root)
    put(_state(root, met), state.said())
    sweep(root, met, state)


def sweep(root: Path, met: dt.date, state: State) -> None:
    """Remove the files of a meeting that its state does not name."""
    named = {_file(root, table, met, one["berkas"]) for table, one in state.files.items()}
    for path in _files(root, met):
        if path not in named:
            with suppress(OSError):  # somebody reads it, where that holds it: the next one sweeps it
                path.unlink()


def put(path: Path, said: object) -> None:
    """Write a JSON file of ours, whole or not at all, and on the disk itself."""
    with half(path) as unfinished:
        permissions.write(unfinished, json.dumps(said, default=str, ensure_ascii=False, indent=1))


def elsewhere(root: Path) -> list[dict[str, Any]]:
    """What is told of objects that belong to no meeting that was looked at."""
    try:
        found = json.loads((root / ELSEWHERE).read_bytes())
    except (OSError, ValueError):
        return []
    return found if isinstance(found, list) else []


def _state(root: Path, met: dt.date) -> Path:
    return root / f"rapat={met.isoformat()}.json"


def _file(root: Path, table: str, met: dt.date, name: str) -> Path:
    return root / table / f"rapat={met.isoformat()}" / name


def _files(root: Path, met: dt.date) -> list[Path]:
    """All files of a meeting, also those that were never finished."""
    folders = root.glob(f"*/rapat={met.isoformat()}")
    return [path for folder in folders for path in folder.iterdir()
            if path.suffix == ".parquet" or path.name.startswith(UNFINISHED)]  # fmt: skip


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdigit() else 0
