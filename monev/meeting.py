"""Meetings: the snapshot each was frozen on, the one that is on now, and what a snapshot is compared with."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from monev import shapes, store
from monev.store import pinned, questions, shelf

#: Beside the pinned snapshots: which meeting is on, and since when.
ON = "berlangsung.json"
#: A meeting that nobody ends is over after this time, so that a forgotten one does not hold the numbers for ever.
LONGEST = dt.timedelta(hours=12)
#: What a meeting is called where nobody says otherwise.
TITLE, MOST_SIGNS = "Rapat monev", 80


@dataclass(frozen=True)
class Meeting:
    """One meeting and its frozen numbers.

    `name` is its date, with a number behind it where a date has more than one; `begins` the time of day that was
    planned; `pinned` the moment (WIB) at which `origin`, the id of a snapshot, was frozen; `before` the name of what it
    is compared with; `formulas` the hash of the queries by which its numbers were worked out then.
    """

    name: str
    date: dt.date
    title: str
    begins: dt.time | None
    pinned: dt.datetime
    origin: str
    before: str | None
    formulas: str

    @property
    def snapshot(self) -> str:
        """The name of its snapshot for the store."""
        return f"{pinned.PINNED}/{self.name}"


def meetings(folder: Path) -> list[Meeting]:
    """All meetings whose file is there, unaltered and readable, the earliest first."""
    found = []
    for name in pinned.names(folder):
        try:
            found.append(find(folder, name))
        except store.StoreError:  # told where somebody asks for it
            continue
    return found


def find(folder: Path, name: str) -> Meeting:
    """The meeting of this name; StoreError where there is none, or its file was altered."""
    if name not in pinned.names(folder):
        raise store.StoreError(f"Belum ada rapat “{name}” yang dibekukan. Buka halaman Rapat untuk melihat yang ada.")
    pinned.verify(folder, f"{pinned.PINNED}/{name}")
    [row] = pinned.rows(folder, name, "rapat")
    return Meeting(
        name, row["tanggal"], row["judul"], row["mulai"], row["dibekukan"], row["potret"], row["pembanding"],
        row["rumus"],
    )  # fmt: skip


def pin(folder: Path, snapshot: str, now: dt.datetime, date: dt.date | None = None, title: str = TITLE,
        begins: dt.time | None = None) -> Meeting:  # fmt: skip
    """Freeze `snapshot` as the numbers of the meeting of `date` (the snapshot's reference date unless given).

    Frozen again with the same snapshot, title and time it is the same meeting. Raises StoreError where it cannot be.
    """
    title = " ".join(title.split())[:MOST_SIGNS] or TITLE
    if snapshot not in store.snapshots(folder):
        raise store.StoreError(f"Potret “{snapshot}” tidak ada lagi, jadi tidak dapat dibekukan.")
    date = date or store.reference_date(snapshot)
    with _alone(folder):
        of_day = [one for one in pinned.names(folder) if one[:10] == date.isoformat()]
        for name in of_day:
            known = find(folder, name)
            if (known.origin, known.title, known.begins) == (snapshot, title, begins):
                return known
        name = date.isoformat() + (f"-{len(of_day) + 1}" if of_day else "")
        before = compared_with(folder, snapshot, date)
        copied = before if before and not pinned.is_pinned(before) else None
        compared = f"{pinned.PINNED}/{name}{pinned.COMPARED}" if copied else before
        row = {
            "nama": name, "tanggal": date, "judul": title, "mulai": begins,
            "dibekukan": now.replace(microsecond=0), "potret": snapshot, "pembanding": compared,
            "rumus": questions.digest(),
        }  # fmt: skip
        pinned.pin(
            folder, name, snapshot, copied, {"rapat": store.Table(pinned.RAPAT, [row])} | _as_shown(folder, snapshot)
        )
    return find(folder, name)


def _as_shown(folder: Path, snapshot: str) -> dict[str, store.Table]:
    """The indicators as they are answered now, and what lies beside the snapshot now."""
    with store.Snapshot(folder, snapshot, None, shapes.today()) as opened:
        numbers = opened.ask("ringkasan/angka_semua").to_dict("records")
    times = [{column: row.get(column) for column in store.SYNC_TYPES} for row in store.read_sync_times(folder)]
    for row in times:
        row |= {column: dt.datetime.fromisoformat(row[column]) for column in ("dicoba", "berhasil") if row[column]}
    return {"angka_rapat": store.Table(pinned.ANGKA_RAPAT, numbers), "sinkron": store.Table(store.SYNC_TYPES, times)}


def compared_with(folder: Path, snapshot: str, date: dt.date | None = None) -> str | None:
    """The name of what a snapshot is compared with: what was frozen for the last meeting before its `date` (its
    reference date unless given), else the newest snapshot of an earlier reference date.

    A frozen one keeps what it was compared with when it was frozen.
    """
    if pinned.is_pinned(snapshot):
        return find(folder, snapshot.removeprefix(f"{pinned.PINNED}/")).before
    date = date or store.reference_date(snapshot)
    earlier = [one for one in meetings(folder) if one.date < date and one.origin != snapshot]
    return earlier[-1].snapshot if earlier else store.previous(folder, snapshot)


def start(folder: Path, meeting: Meeting, now: dt.datetime) -> None:
    """From now on this meeting is on: whoever opens a page sees its numbers."""
    with _alone(folder):
        shelf.replace_json(
            folder / pinned.PINNED / ON, {"rapat": meeting.name, "sejak": now.replace(microsecond=0).isoformat()}
        )


def end(folder: Path) -> None:
    """No meeting is on; what was frozen stays."""
    with _alone(folder):
        (folder / pinned.PINNED / ON).unlink(missing_ok=True)


def on(folder: Path, now: dt.datetime) -> str | None:
    """The name of the meeting that is on at `now` (WIB); None where none is, or its file is gone."""
    try:
        said: Mapping[str, str] = json.loads((folder / pinned.PINNED / ON).read_text("utf-8"))
        name, since = said["rapat"], dt.datetime.fromisoformat(said["sejak"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    there = (folder / pinned.PINNED / f"{name}.duckdb").is_file()
    return name if there and since <= now < since + LONGEST else None


def time_of_day(typed: str) -> dt.time | None:
    """A time as people type it: "9", "09.00", "9:30 WIB"; None where nothing is typed, ValueError for anything else."""
    text = typed.strip()
    if not text:
        return None
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?(?:\s*wib)?", text, re.IGNORECASE)
    if not found:
        raise ValueError(f"“{text}” bukan jam. Tulis seperti 09.00.")
    try:
        return dt.time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise ValueError(f"“{text}” bukan jam. Tulis seperti 09.00.") from None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock of the pinned snapshots, and sweep away what a pin left behind that was stopped halfway."""
    room = folder / pinned.PINNED
    room.mkdir(parents=True, exist_ok=True)
    with FileLock(room / ".rapat.kunci", timeout=30):
        shelf.sweep(room)
        yield
