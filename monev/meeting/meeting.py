"""Meetings: the snapshot each was frozen on, the one that is on now, and what a snapshot is compared with."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from monev.meeting import ended, vouching
from monev.reading import personal
from monev.snapshot import claims, directory, frozen, permissions, queries, schema, store
from monev.words import project, words

#: Beside the pinned snapshots: which meeting is on, and since when.
ON = "berlangsung.json"
#: A meeting that nobody ends is over after this time, so that a forgotten one does not hold the numbers for ever.
LONGEST = dt.timedelta(hours=12)
#: Days after the state of its numbers in which a meeting can be.
LATEST_AFTER = dt.timedelta(days=31)
#: For so long after a meeting it is what somebody looks for who wants its files.
RECENT = dt.timedelta(days=7)
GONE = "Data “{}” tidak ada lagi, jadi tidak dapat dibekukan."
#: What a meeting is called where nobody says otherwise.
MOST_SIGNS = 80
TITLE = project.meeting()[:MOST_SIGNS].rstrip()


@dataclass(frozen=True)
class Meeting:
    """One meeting and its frozen numbers.

    `name` is its date, with a number behind it where a date has more than one; `begins` the time of day that was
    planned; `pinned` the moment at which `origin`, the id of a snapshot, was frozen; `before` the name of what it
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
        return f"{frozen.PINNED}/{self.name}"


def meetings(folder: Path) -> list[Meeting]:
    """All meetings whose file is there, unaltered and readable, the earliest first."""
    return list(_readable(folder, frozen.names(folder)))


def broken(folder: Path) -> dict[str, str]:
    """Why the other meetings cannot be shown, by name."""
    reasons = {}
    for name in frozen.names(folder):
        try:
            _found(folder, name)
        except store.StoreError as error:
            reasons[name] = str(error)
    return reasons


def _readable(folder: Path, names: Iterable[str]) -> Iterator[Meeting]:
    for name in names:
        with suppress(store.StoreError):
            yield _found(folder, name)


def find(folder: Path, name: str) -> Meeting:
    """The meeting of this name; StoreError where there is none, or its file was altered."""
    if name not in frozen.names(folder):
        raise store.StoreError(f"Belum ada rapat “{name}” yang dibekukan. Daftarnya ada di halaman Rapat.")
    return _found(folder, name)


def _found(folder: Path, name: str) -> Meeting:
    """One of those whose names are known to be there."""
    snapshot = f"{frozen.PINNED}/{name}"
    frozen.verify(folder, snapshot)
    return _read(folder, name, frozen.stamp(folder, snapshot))


@lru_cache(maxsize=512)
def _read(folder: Path, name: str, _: object) -> Meeting:
    """Read again only when the system says that the file is another one."""
    found = frozen.rows(folder, name, "rapat")
    row = dict.fromkeys(frozen.RAPAT) | (found[0] if len(found) == 1 else {})
    if any(row[one] is None for one in ("tanggal", "judul", "dibekukan", "potret")):
        raise store.StoreError(f"Rapat {name} tidak ditampilkan: versi dasbor ini tidak mengenal isi berkasnya.")
    return Meeting(
        name, row["tanggal"], row["judul"], row["mulai"], row["dibekukan"], row["potret"], row["pembanding"],
        row["rumus"],
    )  # fmt: skip


def pin(folder: Path, snapshot: str, now: dt.datetime, date: dt.date | None = None, title: str = TITLE,
        begins: dt.time | None = None) -> Meeting:  # fmt: skip
    """Freeze `snapshot` as the numbers of the meeting of `date` (the snapshot's reference date unless given).

    Frozen again with the same snapshot, title and time it is the same meeting. Raises StoreError where it cannot be.
    """
    title, day = " ".join(title.split()) or TITLE, _day_of(folder, snapshot)
    if len(title) > MOST_SIGNS:
        raise store.StoreError(f"Judul rapat terlalu panjang: {len(title)} huruf, paling banyak {MOST_SIGNS}.")
    try:
        personal.refuse(title, "Judul rapat")
    except ValueError as error:
        raise store.StoreError(str(error)) from None
    date = date or day
    if not day <= date <= day + LATEST_AFTER:
        raise store.StoreError(
            f"Data ini keadaan {words.date_medium(day)}, jadi tidak dapat menjadi angka rapat "
            f"{words.date_medium(date)}. Pilih data lain, atau tanggal sampai {LATEST_AFTER.days} hari sesudahnya."
        )
    with alone(folder):
        of_day = [name for name in frozen.names(folder) if name[:10] == date.isoformat()]
        for known in _readable(folder, of_day):
            if (known.origin, known.title, known.begins) == (snapshot, title, begins):
                return known
        name = frozen.free_name(folder, date)
        before = compared_with(folder, snapshot, date)
        copied = before if before and not frozen.is_pinned(before) else None
        compared = f"{frozen.PINNED}/{name}{frozen.COMPARED}" if copied else before
        row = {
            "nama": name, "tanggal": date, "judul": title, "mulai": begins,
            "dibekukan": now.replace(microsecond=0), "potret": snapshot, "pembanding": compared,
            "rumus": queries.digest(),
        }  # fmt: skip
        tables = {"rapat": store.Table(frozen.RAPAT, [row])} | _as_shown(folder, snapshot)
        tables["data_benar_rapat"] = store.Table(frozen.DATA_BENAR, vouching.standing(folder, snapshot, before))
        try:
            frozen.pin(folder, name, snapshot, copied, tables)
        except FileNotFoundError:  # thinned away at this very moment
            raise store.StoreError(GONE.format(snapshot)) from None
    return find(folder, name)


def _day_of(folder: Path, snapshot: str) -> dt.date:
    """The reference date of a snapshot that is there, else StoreError."""
    if snapshot not in store.snapshots(folder):
        raise store.StoreError(GONE.format(snapshot))
    return store.reference_date(snapshot)


def _as_shown(folder: Path, snapshot: str) -> dict[str, store.Table]:
    """The indicators as they are answered now, and for the newest snapshot what lies beside it now: what is known of
    the last reading of the sheets."""
    with store.Snapshot(folder, snapshot, None, schema.today()) as opened:
        numbers = opened.rows("bersama/angka_semua")
    noted = store.read_sync_times(folder) if snapshot == store.latest(folder) else []
    times = [{column: row.get(column) for column in store.SYNC_TYPES} for row in noted]
    for row in times:
        row |= {column: dt.datetime.fromisoformat(row[column]) for column in ("dicoba", "berhasil") if row[column]}
    return {"angka_rapat": store.Table(frozen.ANGKA_RAPAT, numbers), "sinkron": store.Table(store.SYNC_TYPES, times)}


def compared_with(folder: Path, snapshot: str, date: dt.date | None = None) -> str | None:
    """The name of what a snapshot is compared with: what was frozen for the last meeting before its `date` (its
    reference date unless given), else the newest snapshot of an earlier reference date.

    A frozen one keeps what it was compared with when it was frozen. Whether the file is unaltered is for whoever opens
    it: an altered one is told, not passed over for the meeting before.
    """
    if frozen.is_pinned(snapshot):
        return find(folder, snapshot.removeprefix(f"{frozen.PINNED}/")).before
    day = (date or store.reference_date(snapshot)).isoformat()
    earlier = [name for name in frozen.names(folder) if name[:10] < day]
    return f"{frozen.PINNED}/{earlier[-1]}" if earlier else store.previous_whole(folder, snapshot)


def day_of(snapshot: str) -> dt.date | None:
    """The day of the meeting that a snapshot (its name for the store) was frozen for; None for any other."""
    name = snapshot.removeprefix(f"{frozen.PINNED}/")
    return dt.date.fromisoformat(name[:10]) if frozen.is_pinned(snapshot) else None


def comparable(folder: Path, origin: str, date: dt.date) -> dict[str, Meeting]:
    """The meetings that numbers of `date`, frozen or not, from the snapshot `origin` can be compared with, the latest
    first: none later, and not the same numbers."""
    return {one.name: one for one in reversed(meetings(folder)) if one.date <= date and one.origin != origin}


def latest(folder: Path, day: dt.date) -> Meeting | None:
    """The last meeting of `day` or the few days before, whose file can be read; None without one."""
    first = (day - RECENT).isoformat()
    recent = takewhile(lambda name: name >= first, reversed(frozen.names(folder)))
    return next(_readable(folder, recent), None)


def start(folder: Path, meeting: Meeting, now: dt.datetime) -> None:
    """From now on this meeting is on: whoever opens a page sees its numbers. Another one that was on is over."""
    with alone(folder):
        for other in {on(folder, now)} - {None, meeting.name}:
            ended.note(folder, other, now)
        since = now.replace(microsecond=0).isoformat()
        permissions.replace_json(folder / frozen.PINNED / ON, {"rapat": meeting.name, "sejak": since})


def end(folder: Path, name: str, now: dt.datetime) -> None:
    """The meeting of this name is over; what was frozen stays. Another one that is on goes on."""
    with alone(folder):
        said = _said(folder)
        if said is None or said[0] == name:
            if on(folder, now) == name:
                ended.note(folder, name, now)
            (folder / frozen.PINNED / ON).unlink(missing_ok=True)


def ends(folder: Path) -> dict[str, dt.datetime]:
    """When meetings ended lately, by name; also the one that nobody ended, which then ended by itself."""
    said = _said(folder)
    return ended.read(folder) | ({said[0]: said[1] + LONGEST} if said else {})


def on(folder: Path, now: dt.datetime) -> str | None:
    """The name of the meeting that is on at `now`; None where none is, or its file is gone."""
    said = _said(folder)
    if said is None:
        return None
    name, since = said
    # Also before its beginning: a clock that was set back ends no meeting, but one of another year begins none.
    return name if name in frozen.names(folder) and abs(now - since) < LONGEST else None


def _said(folder: Path) -> tuple[str, dt.datetime] | None:
    """Which meeting was begun, and when; None where nothing readable says so."""
    try:
        said: Mapping[str, str] = json.loads((folder / frozen.PINNED / ON).read_text("utf-8"))
        return str(said["rapat"]), ended.moment(said["sejak"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the lock of the pinned snapshots, and sweep away what a pin left behind that was stopped halfway."""
    room = folder / frozen.PINNED
    with claims.held(room / ".rapat.kunci", 30, "Rapat lain sedang dibekukan. Coba lagi sebentar."):
        directory.sweep(room)
        yield
