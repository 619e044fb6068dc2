"""The outbox for the shared store: finished objects of each frozen meeting on disk, and what of them arrived where.

A set is written once, whole, before anybody tries to send it; what arrived is noted after it arrived. So whoever is
killed sends at worst an object again that is there already, which the store refuses and the sender then recognises.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from monev.meeting import meeting
from monev.regions import report
from monev.regions.objects import Key, parse
from monev.snapshot import claims, directory, file, frozen, permissions, queries
from monev.snapshot.file import StoreError

#: Its folder beside the snapshots, and in it: the trouble that is in the way now, and of a set what belongs to it.
ROOM, TROUBLE, CONTENTS = "kiriman", "gangguan.json", "isi.json"


@dataclass(frozen=True)
class Spooled:
    """A set that is ready to be sent: the hash of each object by its key, in the order of sending; the tables that
    could not be made of that meeting."""

    folder: Path
    sums: Mapping[Key, str]
    without: tuple[str, ...]

    def content(self, key: Key) -> bytes:
        """The bytes of an object; StoreError where they are not any more what was made."""
        try:
            found = (self.folder / f"{key.table}.parquet").read_bytes()
        except FileNotFoundError:
            found = b""
        if hashlib.sha256(found).hexdigest() != self.sums[key]:
            raise StoreError(
                f"Berkas kiriman rapat {self.folder.name} berubah di disk; kembalikan {ROOM}/{self.folder.name} dari "
                "cadangan."
            )
        return found


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Be the only one who sends; StoreError at once where somebody does already."""
    room = folder / ROOM
    with claims.held(room / f".kirim{directory.LOCKS}", 0, "Kiriman rekap sedang dikirim oleh proses lain."):
        for left in room.glob(f"{directory.UNFINISHED}*"):  # of one that was killed
            shutil.rmtree(left, ignore_errors=True)
        yield


def prepared(folder: Path, name: str, dashboard: str | None) -> Spooled:
    """The set of the frozen meeting `name`, made now where it is not yet; NotSent where it cannot be, StoreError where
    a file on disk cannot be used. Only for whoever is `alone`."""
    place = folder / ROOM / name
    if not place.is_dir():
        _make(place, report.made(folder, meeting.find(folder, name), dashboard))
    try:
        said = json.loads((place / CONTENTS).read_text("utf-8"))
        keys = {parse(key): str(whole) for key, whole in said["objek"].items()}
        if None in keys:
            raise ValueError(name)
        return Spooled(place, keys, tuple(said["tanpa"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise StoreError(f"Kiriman rapat {name} tidak terbaca; kembalikan {ROOM}/{name} dari cadangan.") from None


def _make(place: Path, made: report.Report) -> None:
    half = place.with_name(f"{directory.UNFINISHED}{os.getpid()}-{place.name}")
    permissions.make_folder(half)
    sums = {str(key): hashlib.sha256(content).hexdigest() for key, content in made.objects.items()}
    for key, content in made.objects.items():
        permissions.write(half / f"{key.table}.parquet", content)
    permissions.write(half / CONTENTS, json.dumps({"objek": sums, "tanpa": sorted(made.without)}, indent=1))
    for path in half.iterdir():
        file.flush(path)
    file.flush(half)
    half.rename(place)
    file.flush(place.parent)


def due(folder: Path, target: str) -> list[str]:
    """The frozen meetings that the store at `target` does not have whole, the earliest first; without those of which
    the questions of today can make no set."""
    known = {name: _record(folder, name) for name in frozen.names(folder)}
    today = queries.digest()
    return [
        name
        for name, record in known.items()
        if not _of(record, target).get("selesai") and (record.get("ditolak") or {}).get("rumus") != today
    ]


def arrived(folder: Path, name: str, target: str) -> frozenset[str]:
    """The keys that are known to be there."""
    return frozenset(_of(_record(folder, name), target).get("objek", {}))


def note(folder: Path, name: str, target: str, key: str, at: dt.datetime, last: bool) -> None:
    """Write down that an object is there; with the `last` one the set is."""
    record = _record(folder, name)
    one = _of(record, target)
    one = {"objek": {**one.get("objek", {}), key: at.isoformat()}, "selesai": at.isoformat() if last else None}
    places = record.get("tujuan")
    record["tujuan"] = (places if isinstance(places, dict) else {}) | {target: one}
    permissions.replace_json(_path(folder, name), record)


def refuse(folder: Path, name: str, why: str) -> None:
    """Write down that the questions of today make no set of this meeting, so that it is not tried again and again."""
    refused = {"ditolak": {"rumus": queries.digest(), "pesan": why}}
    permissions.replace_json(_path(folder, name), _record(folder, name) | refused)


def sent_at(folder: Path, name: str, target: str) -> dt.datetime | None:
    """When the set of a meeting was whole in the store; None where it is not."""
    at = _of(_record(folder, name), target).get("selesai")
    return dt.datetime.fromisoformat(at) if at else None


def refused(folder: Path, name: str) -> str | None:
    """Why a meeting is not sent at all; None where it is."""
    return (_record(folder, name).get("ditolak") or {}).get("pesan")


def trouble(folder: Path, target: str) -> str | None:
    """What keeps sets from being sent to `target` now."""
    try:
        said = json.loads((folder / ROOM / TROUBLE).read_text("utf-8"))
        return said["pesan"] if said["tujuan"] == target else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def tell_trouble(folder: Path, target: str, why: str | None, now: dt.datetime) -> None:
    """Write down what is in the way, or that nothing is any more."""
    path = folder / ROOM / TROUBLE
    if why is None:
        path.unlink(missing_ok=True)
    elif trouble(folder, target) != why:
        permissions.replace_json(path, {"tujuan": target, "pesan": why, "sejak": now.isoformat()})


def _path(folder: Path, name: str) -> Path:
    return folder / ROOM / f"{name}.json"


def _record(folder: Path, name: str) -> dict:
    """What is known of a meeting's way; nothing where nothing readable says so, since the store is asked anyway."""
    try:
        said = json.loads(_path(folder, name).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _of(record: Mapping, target: str) -> dict:
    places = record.get("tujuan")
    one = places.get(target) if isinstance(places, dict) else None
    return one if isinstance(one, dict) else {}
