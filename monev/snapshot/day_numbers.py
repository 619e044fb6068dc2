"""The numbers of each day as they were shown last on it: a small file a day beside the snapshots, which outlives them.

angka/2024-10-28.json   potret: the snapshot's id; angka: kode -> nilai, status; ambang, aturan: as it was judged
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import Any

from monev.snapshot import directory, permissions
from monev.words import words

#: Its folder beside the snapshots.
ROOM = "angka"
#: What a threshold is made of.
JUDGED = ("arah", "hijau", "kuning")
#: From here on a whole number is none of ours, and no fraction either.
_LARGEST = 10**18
Row = Mapping[str, Any]


def keep(folder: Path, snapshot: str, numbers: Iterable[Row], bounds: Iterable[Row], rules: Iterable[Row]) -> None:
    """Write down what is shown of `snapshot` as that of its day, unless a newer one of that day stands there already.

    Keys of `numbers`: kode, nilai, status; of `bounds`: kode and JUDGED; of `rules`: kode, nilai. Raises OSError where
    the folder takes no file.
    """
    day = directory.reference_date(snapshot)
    known = of(folder, day)
    if known and known["potret"] >= snapshot:
        return
    permissions.make_folder(folder / ROOM)
    permissions.replace_json(_path(folder, day), {
        "potret": snapshot,
        "angka": {row["kode"]: {"nilai": row["nilai"], "status": row["status"]} for row in numbers},
        "ambang": {row["kode"]: {one: row.get(one) for one in JUDGED} for row in bounds},
        "aturan": {row["kode"]: row["nilai"] for row in rules},
    })  # fmt: skip


def days(folder: Path) -> list[dt.date]:
    """The days of which something is kept, the earliest first."""
    found = []
    for path in (folder / ROOM).glob("*.json"):
        with suppress(ValueError):
            found.append(dt.date.fromisoformat(path.stem))
    return sorted(found)


def of(folder: Path, day: dt.date) -> dict[str, Any] | None:
    """What is kept of a day; None where there is nothing, or what there is cannot be read, or is of another kind than
    what this version writes."""
    return _read(_path(folder, day), directory.stamp(_path(folder, day)))


def stamp(folder: Path) -> tuple[tuple[int, ...], ...]:
    """By what is told whether anything else is kept than before."""
    return tuple(directory.stamp(_path(folder, day)) for day in days(folder))


def _path(folder: Path, day: dt.date) -> Path:
    return folder / ROOM / f"{day.isoformat()}.json"


@lru_cache(maxsize=1024)
def _read(path: Path, _: tuple[int, ...]) -> dict[str, Any] | None:
    """Read again only when the system says that the file is another one."""
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return said if _whole(said) else None


def _whole(said: Any) -> bool:
    """Whether all that is drawn of a day is of the kind that `keep` writes."""
    if not isinstance(said, dict) or not isinstance(said.get("potret"), str):
        return False
    numbers, bounds, rules = (said.get(one) for one in ("angka", "ambang", "aturan"))
    if not all(isinstance(part, dict) for part in (numbers, bounds, rules)):
        return False
    if not all(isinstance(one, dict) for one in (*numbers.values(), *bounds.values())):
        return False
    shown = [one.get("nilai") for one in numbers.values()]
    judged = [one.get(name) for one in bounds.values() for name in ("hijau", "kuning")]
    return (
        all(one.get("status") in (None, *words.STATUSES) for one in numbers.values())
        and all(one is None or (_is_figure(one) and isfinite(one)) for one in shown)
        and all(one is None or _is_figure(one) for one in (*judged, *rules.values()))
    )


def _is_figure(value: Any) -> bool:
    return isinstance(value, float) or (type(value) is int and abs(value) < _LARGEST)
