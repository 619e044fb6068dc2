"""What is to be sent, on disk before anybody tries to send it: rounds, each with what was seen in it.

One file holds both, so that neither is there without the other; what became of each message stands in a file beside
it. No address is kept, only a mark of it. Only for whoever holds the lock of the room.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from monev.run.news import item
from monev.run.news.item import Item
from monev.snapshot import claims, permissions
from monev.snapshot.directory import LOCKS, UNFINISHED
from monev.snapshot.file import half

#: Its folder beside the snapshots, and the lock of whoever is at work in it.
ROOM, LOCK = "kabar", f".kabar{LOCKS}"
BUSY = "Kabar sedang dikirim oleh perintah lain. Coba lagi sebentar."
#: What is over is kept for so long.
KEPT = dt.timedelta(days=30)
_ROUND = re.compile(r"(\d{6})\.json")


@dataclass(frozen=True)
class Message:
    """All that one recipient is told in one round. `id` never changes, however often it is tried; `note` says what
    became of it: kali (how often it was tried), dicoba, terkirim, gagal (why it is given up), pesan (why it waits)."""

    id: str
    mark: str
    made: dt.datetime
    items: tuple[Item, ...]
    note: Mapping[str, Any] = field(default_factory=dict)

    @property
    def waits(self) -> bool:
        return not (self.note.get("terkirim") or self.note.get("gagal"))

    @property
    def tried(self) -> int:
        return int(self.note.get("kali") or 0)


@contextlib.contextmanager
def alone(folder: Path, wait: float = 0) -> Iterator[None]:
    """Be the only one at work in the room; StoreError where somebody else goes on for `wait` seconds."""
    with claims.held(folder / ROOM / LOCK, wait, BUSY):
        for left in (folder / ROOM).glob(f"{UNFINISHED}*"):  # of one that was killed
            left.unlink(missing_ok=True)
        yield


def seen(folder: Path) -> dict[str, Any] | None:
    """What was seen in the last round; None before the first."""
    rounds = _rounds(folder)
    return rounds[-1][1]["keadaan"] if rounds else None


def add(folder: Path, at: dt.datetime, state: Mapping[str, Any], told: Mapping[str, Sequence[Item]]) -> None:
    """Keep a round: what was seen, and what each recipient (by mark) is to be told. When this returns it is safe."""
    rounds = _rounds(folder)
    number = rounds[-1][0] + 1 if rounds else 1
    messages = {mark: [one.kept() for one in items] for mark, items in told.items()}
    _write(folder / ROOM / f"{number:06d}.json", {"dibuat": at.isoformat(), "keadaan": state, "pesan": messages})


def messages(folder: Path) -> list[Message]:
    """All messages that are kept, the oldest first."""
    found = []
    for number, said in _rounds(folder):
        made = dt.datetime.fromisoformat(said["dibuat"])
        for mark, items in said["pesan"].items():
            id = f"{number:06d}-{mark}"
            found.append(Message(id, mark, made, tuple(map(item.read, items)), _note(folder, id)))
    return found


def note(folder: Path, message: Message, **changed: object) -> Message:
    """Write down what became of a message; safe on disk when this returns."""
    noted = {**message.note, **changed}
    _write(_note_path(folder, message.id), noted)
    return Message(message.id, message.mark, message.made, message.items, noted)


def tidy(folder: Path, at: dt.datetime) -> None:
    """Remove rounds that are over: at once where nobody was told anything, else after KEPT. The last one stays: it
    knows what was seen."""
    for number, said in _rounds(folder)[:-1]:
        ids = [f"{number:06d}-{mark}" for mark in said["pesan"]]
        old = at - dt.datetime.fromisoformat(said["dibuat"]) > KEPT
        if not ids or (old and all(_over(folder, id) for id in ids)):
            (folder / ROOM / f"{number:06d}.json").unlink(missing_ok=True)
            for id in ids:
                _note_path(folder, id).unlink(missing_ok=True)


def waiting(folder: Path) -> bool:
    """Whether any message waits; also for whoever holds no lock."""
    return any(one.waits for one in messages(folder))


def stamp(folder: Path) -> tuple:
    """By what the room is told from what it was."""
    return tuple(sorted((path.name, path.stat().st_mtime_ns) for path in (folder / ROOM).glob("*.json")))


def _over(folder: Path, id: str) -> bool:
    said = _note(folder, id)
    return bool(said.get("terkirim") or said.get("gagal"))


def _rounds(folder: Path) -> list[tuple[int, dict[str, Any]]]:
    """The rounds by number, the oldest first; a file that is none of ours is left alone."""
    found = []
    for path in (folder / ROOM).glob("*.json"):
        named = _ROUND.fullmatch(path.name)
        said = _read(path) if named else None
        if said is not None and {"dibuat", "keadaan", "pesan"} <= said.keys():
            found.append((int(named[1]), said))
    return sorted(found, key=lambda one: one[0])


def _note(folder: Path, id: str) -> dict[str, Any]:
    return _read(_note_path(folder, id)) or {}


def _note_path(folder: Path, id: str) -> Path:
    return folder / ROOM / f"{id}.hasil.json"


def _read(path: Path) -> dict[str, Any] | None:
    try:
        said = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return said if isinstance(said, dict) else None


def _write(path: Path, content: object) -> None:
    permissions.make_folder(path.parent)
    with half(path) as unfinished:
        permissions.write(unfinished, json.dumps(content, default=str, ensure_ascii=False, indent=1))
