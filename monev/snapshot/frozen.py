"""Snapshots that are kept for ever: copies under a name of their own, refused once they were altered."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

import duckdb

from monev.snapshot import directory, permissions
from monev.snapshot.file import CLOSED, StoreError, add, attach, first_line, half, lock
from monev.snapshot.table import Table

#: Their folder beside the snapshots. What lies in it is asked for as "rapat/2024-11-04".
PINNED = "rapat"
#: The copy of what a pinned snapshot is compared with, where that is no pinned one itself, ends so.
COMPARED = ".pembanding"
#: What a pinned snapshot holds besides: its meeting, and every indicator as it was shown then.
RAPAT = {
    "nama": "VARCHAR",
    "tanggal": "DATE",
    "judul": "VARCHAR",
    "mulai": "TIME",
    "dibekukan": "TIMESTAMP",
    "potret": "VARCHAR",
    "pembanding": "VARCHAR",
    "rumus": "VARCHAR",
}
ANGKA_RAPAT = {"kode": "VARCHAR", "nilai": "DOUBLE", "status": "VARCHAR"}
#: And what each agency had said of its data by then; `dicatat` and what follows it are null where it said nothing.
DATA_BENAR = {
    "instansi": "VARCHAR",
    "keadaan": "VARCHAR",
    "dicatat": "TIMESTAMP",
    "peran": "VARCHAR",
    "temuan": "INTEGER",
}
#: All that only a pinned snapshot holds; any other has it without rows.
TABLES = {"rapat": RAPAT, "angka_rapat": ANGKA_RAPAT, "data_benar_rapat": DATA_BENAR}
_NAME = re.compile(r"\d{4}-\d{2}-\d{2}(-\d{1,3})?")


def is_pinned(name: str) -> bool:
    """Whether a snapshot's name is that of a pinned one."""
    return name.startswith(f"{PINNED}/")


def names(folder: Path) -> list[str]:
    """What is pinned beside the snapshots of `folder`, the earliest date first: "2024-11-04", "2024-11-04-2"."""
    return list(_names(tuple(directory.files(folder / PINNED))))


@lru_cache(maxsize=64)
def _names(files: tuple[str, ...]) -> tuple[str, ...]:
    """Of years of meetings the same list at every page, mostly."""
    there = (name.removesuffix(".duckdb") for name in files if name.endswith(".duckdb"))
    found = [name for name in there if _NAME.fullmatch(name)]
    return tuple(sorted(found, key=lambda name: (name[:10], int(name[11:] or 1))))


def free_name(folder: Path, date: dt.date) -> str:
    """What the next one of this date is called. A name that was ever given is not given again, as long as anything is
    left of it: links and kept answers belong to it."""
    there = {path.name.partition(".")[0] for path in (folder / PINNED).glob(f"{date.isoformat()}*.*")}
    taken = [int(name[11:] or 1) for name in there if _NAME.fullmatch(name)]
    return date.isoformat() + (f"-{max(taken) + 1}" if taken else "")


def stamp(folder: Path, name: str) -> tuple[int, ...]:
    """By what the system tells the file of a snapshot from any other: whoever keeps answers keeps it beside them. Empty
    where the name alone does, or there is no file."""
    return directory.stamp(folder / f"{name}.duckdb") if is_pinned(name) else ()


def pin(folder: Path, name: str, snapshot: str, before: str | None, tables: Mapping[str, Table]) -> None:
    """Copy `snapshot` to rapat/<name>.duckdb with `tables` added; also `before`, which is no pinned one, where given.

    Their hashes lie beside them in <name>.sha256, in the form of sha256sum. Like any snapshot it is there whole or not
    at all. Only for whoever holds the lock of the pinned ones.
    """
    room = folder / PINNED
    permissions.make_folder(room)
    wanted = {f"{name}.duckdb": (snapshot, tables)}
    if before is not None:
        wanted = {f"{name}{COMPARED}.duckdb": (before, {})} | wanted  # the listed one comes last
    if (room / f"{name}.duckdb").exists():
        raise StoreError(f"Rapat {name} sudah dibekukan dan tidak pernah ditimpa.")
    with ExitStack() as all_whole:  # which gives names from the last to the first: the hashes begin
        halves = {file: all_whole.enter_context(half(room / file)) for file in reversed(wanted)}
        for file, (source, added) in wanted.items():
            shutil.copyfile(folder / f"{source}.duckdb", halves[file])
            add(halves[file], added)
        sums = all_whole.enter_context(half(room / f"{name}.sha256"))
        permissions.write(sums, "".join(f"{_hash(halves[file])}  {file}\n" for file in wanted))


def verify(folder: Path, name: str) -> None:
    """StoreError unless the file of a pinned snapshot ("rapat/2024-11-04") is, byte for byte, what was pinned."""
    path = folder / f"{name}.duckdb"
    told = name.removeprefix(f"{PINNED}/").removesuffix(COMPARED)
    seen = stamp(folder, name)
    try:
        sums = path.with_name(f"{told}.sha256").read_text("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        sums = None
    if not seen or sums is None:
        raise StoreError(
            f"Rapat {told} tidak ditampilkan: berkas atau sidiknya tidak ada lagi di {PINNED}/. "
            "Kembalikan keduanya dari cadangan."
        )
    known = dict(reversed(line.split("  ", 1)) for line in sums.splitlines() if "  " in line)
    if known.get(path.name) != _hash_of(path, seen):
        raise StoreError(
            f"Rapat {told} tidak ditampilkan: isi {path.name} berubah sejak dibekukan. "
            f"Kembalikan berkas itu dan {told}.sha256 dari cadangan."
        )


def sha256(folder: Path, name: str) -> str:
    """The hash of the file of a pinned snapshot ("rapat/2024-11-04"), as it lies beside it; StoreError as `verify`."""
    verify(folder, name)
    return _hash_of(folder / f"{name}.duckdb", stamp(folder, name))


def rows(folder: Path, name: str, table: str) -> list[dict]:
    """All rows of one table of the pinned `name` ("2024-11-04"), as they stand in its file."""
    return tables(folder, name, [table])[table]


def tables(folder: Path, name: str, wanted: Iterable[str]) -> dict[str, list[dict]]:
    """The same of several tables, by their names."""
    path = folder / PINNED / f"{name}.duckdb"
    try:
        with duckdb.connect(":memory:", config=CLOSED) as connection:
            attach(connection, path, "pinned")
            lock(connection)
            return {table: _all(connection.execute(f'from pinned.main."{table}"')) for table in wanted}
    except duckdb.Error as error:
        raise StoreError(f"Rapat {name} tidak dapat dibuka: {first_line(error)}") from error


def _all(found: duckdb.DuckDBPyConnection) -> list[dict]:
    columns = [column[0] for column in found.description]
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


@lru_cache(maxsize=256)
def _hash_of(path: Path, _: tuple[int, ...]) -> str:
    """Worked out again only when the system says that the file is another one."""
    return _hash(path)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
