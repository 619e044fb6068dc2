"""Books beside the snapshots: each thing said is a file of its own, written once, whole, and never changed."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from monev.snapshot import directory, permissions
from monev.snapshot.file import StoreError, half


@dataclass(frozen=True)
class Book:
    """One kind of lines: the `room` is their folder beside the snapshots, the table of queries is called `table`,
    `types` are its columns with DuckDB's types. Every line has `id` and `dicatat`, the moment it was written."""

    room: str
    table: str
    types: Mapping[str, str]


#: That an agency said its data are right: at which snapshot, what its sheet held (a hash of its cells), how many
#: findings were open; without both, that it says so no more. Who pressed is a role; the account stands in the record
#: of accesses alone.
VOUCHED = Book("data-benar", "data_benar", {
    "id": "VARCHAR", "dicatat": "TIMESTAMP", "instansi": "VARCHAR", "peran": "VARCHAR", "potret": "VARCHAR",
    "isi": "VARCHAR", "temuan": "INTEGER",
})  # fmt: skip
#: When the next meeting is: each line says the whole of it anew, `rapat` tells one meeting from another.
PLANNED = Book("jadwal", "jadwal", {
    "id": "VARCHAR", "dicatat": "TIMESTAMP", "rapat": "VARCHAR", "tanggal": "DATE", "mulai": "TIME",
    "lama_menit": "INTEGER", "judul": "VARCHAR", "tempat": "VARCHAR", "batal": "BOOLEAN",
})  # fmt: skip
#: What an agency wants to be spoken of: each line says the whole of a point (`pokok`) anew, and for which planned
#: meeting (`rapat`) it was taken.
POINTS = Book("usulan", "usulan", {
    "id": "VARCHAR", "dicatat": "TIMESTAMP", "pokok": "VARCHAR", "uraian": "VARCHAR", "pemilik": "VARCHAR",
    "pengusul": "VARCHAR", "keadaan": "VARCHAR", "rapat": "VARCHAR",
})  # fmt: skip
BOOKS = (VOUCHED, PLANNED, POINTS)

#: Seconds after which nobody is at work on a file any more.
LONG_AGO = 3600
_ID = re.compile(r"[\w-]{1,80}")
#: Whether a value of a file is what its column holds.
_HOLDS: Mapping[str, Callable[[object], object]] = {
    "VARCHAR": lambda value: isinstance(value, str),
    "INTEGER": lambda value: type(value) is int and abs(value) < 2**31,
    "BOOLEAN": lambda value: isinstance(value, bool),
    "TIMESTAMP": lambda value: dt.datetime.fromisoformat(value).tzinfo is None,
    "DATE": lambda value: bool(dt.date.fromisoformat(value)),
    "TIME": lambda value: dt.time.fromisoformat(value).tzinfo is None,
}


def put(folder: Path, book: Book, row: Mapping[str, object]) -> None:
    """Keep a new line; when this returns it is safe on disk. Raises StoreError for an id that is taken or can be no
    file's name, OSError where nothing can be written."""
    id = str(row["id"])
    path = folder / book.room / f"{id}.json"
    if not _ID.fullmatch(id) or path.exists():
        raise StoreError(f"“{id}” tidak dapat menjadi kode baru di {book.room}/.")
    permissions.make_folder(path.parent)
    _sweep(path.parent)
    said = {column: row.get(column) for column in book.types}
    with half(path) as unfinished:
        permissions.write(unfinished, json.dumps(said, default=_iso, ensure_ascii=False, indent=1))


def rows(folder: Path, book: Book) -> list[dict]:
    """All lines of a book, the oldest first; what is none of ours is left where it is and out of the answer."""
    found = []
    for path, seen in stamps(folder, book):
        try:
            row = _row(path, seen, book.table)
        except OSError:
            continue
        if row is not None:
            found.append(dict(row))
    return sorted(found, key=lambda row: (dt.datetime.fromisoformat(row["dicatat"]), row["id"]))


def beside(folder: Path | None) -> dict[str, tuple[Mapping[str, str], Callable[[], list[dict]]]]:
    """Of every book, by the name of its table: its columns, and what gives its lines now; none without a folder."""
    return {book.table: (book.types, partial(rows, folder, book) if folder else list) for book in BOOKS}


def _sweep(room: Path) -> None:
    """Remove what a program left unfinished that was ended long ago."""
    for left in room.glob(f"{directory.UNFINISHED}*"):
        with contextlib.suppress(OSError):  # done with meanwhile
            if time.time() - left.stat().st_mtime > LONG_AGO:
                left.unlink()


def stamps(folder: Path, book: Book) -> tuple[tuple[Path, tuple[int, ...]], ...]:
    """The files of a book, each with what tells it from what it was or will be."""
    return stamped(folder / book.room)


def stamped(room: Path) -> tuple[tuple[Path, tuple[int, ...]], ...]:
    """The same of a folder that holds one file for each line; of one that may not be read, nothing."""
    try:
        there = sorted(name for name in directory.files(room) if name.endswith(".json"))
    except PermissionError:
        return ()
    return tuple((path, directory.stamp(path)) for path in (room / name for name in there))


@lru_cache(maxsize=10_000)
def _row(path: Path, _told_apart_by: tuple[int, ...], table: str) -> dict | None:
    """The line in a file, None where it holds none; read once for each content: every open page asks."""
    [types] = [book.types for book in BOOKS if book.table == table]
    try:
        said = json.loads(path.read_text("utf-8"))
        row = {column: said.get(column) for column in types}
        fits = all(value is None or _HOLDS[types[column]](value) for column, value in row.items())
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return row if fits and row["id"] == path.stem and row["dicatat"] else None


def _iso(value: object) -> str:
    return value.isoformat()
